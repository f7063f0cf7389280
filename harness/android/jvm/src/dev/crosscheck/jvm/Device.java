package dev.crosscheck.jvm;

import dev.crosscheck.jvm.shared.Controls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The phone: it runs one process of the app at a time, and has the next ones booted ahead. */
final class Device {
  private static final long PATIENCE_MS = 2_000;

  /** A boot takes one core for longer than a short cell lasts; a JVM's first user is not held up by two. */
  private static final int AHEAD = 2;

  private final Sandboxes sandboxes;
  private final AppProxies proxies;
  private final Wire wire;
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "device");
            thread.setDaemon(true);
            return thread;
          });
  private List<String> permissions = List.of();
  private List<String> providers = List.of();
  private Path data;
  private int port;
  private int made;
  private int used;
  private final Queue<AppProcess> ahead = new ArrayDeque<>();
  private volatile AppProcess running;

  Device(Sandboxes sandboxes, AppProxies proxies, Wire wire) {
    this.sandboxes = sandboxes;
    this.proxies = proxies;
    this.wire = wire;
  }

  /** Boots a process ahead of its use; returns when it is there. */
  void prepare() {
    AppProcess first = boot();
    first.loader();
    ahead.add(first);
  }

  private AppProcess boot() {
    return new AppProcess(sandboxes, "app-" + ++made);
  }

  void uncaught(Thread thread, Throwable thrown) {
    AppProcess app = running;
    if (app != null && app.owns(thread)) {
      app.crash(thrown);
    }
  }

  /** Takes a command; what came of it is written when it is done. {@code where} never waits. */
  void take(String id, String verb, List<String> arguments) {
    if (verb.equals("where")) {
      AppProcess app = running;
      wire.write(id, "ok", app == null ? "" : app.whereabouts());
    } else if (isForDevice(verb)) {
      work.execute(() -> answer(id, () -> onDevice(verb, arguments)));
    } else {
      // a busy app must not keep the device from being asked for something else
      work.execute(() -> onApp(id, verb, arguments));
    }
  }

  private static boolean isForDevice(String verb) {
    return List.of("open", "again", "relaunch", "close").contains(verb);
  }

  private interface Action {
    String perform() throws Exception;
  }

  private void answer(String id, Action action) {
    try {
      wire.write(id, "ok", action.perform());
    } catch (Exception | LinkageError e) {
      wire.write(id, "failed", words(e));
    }
  }

  private String onDevice(String verb, List<String> arguments) throws Exception {
    switch (verb) {
      case "open":
        port = Integer.parseInt(arguments.get(0));
        permissions = words(arguments.get(1));
        providers = words(arguments.get(2));
        begin(null);
        return "";
      case "again":
        begin(data);
        return "";
      case "relaunch":
        end();
        begin(data);
        running.on(Device::launch).get();
        return "";
      default:
        return String.valueOf(end());
    }
  }

  private static List<String> words(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split(" "));
  }

  private static String launch(Controls controls) {
    controls.launch();
    return "";
  }

  /** With the data of an earlier process, unless null. */
  private void begin(Path kept) throws Exception {
    AppProcess app = ahead.isEmpty() ? boot() : ahead.remove();
    proxies.begin(app.loader(), app.threads(), port);
    running = app;
    app.heardBy(new Told());
    data =
        app.on(
                controls -> {
                  Path mine = controls.dataFolder().toPath();
                  if (kept != null && Files.isDirectory(kept)) {
                    AppProcess.copyData(kept, mine);
                  }
                  controls.install(permissions, providers);
                  return mine;
                })
            .get();
    int wanted = used++ == 0 ? 1 : AHEAD;
    while (ahead.size() < wanted) {
      ahead.add(boot());
    }
  }

  /** Returns whether the process let go; one that did not is still there, and reaches nobody. */
  private boolean end() {
    AppProcess app = running;
    if (app == null) {
      return true;
    }
    running = null;
    boolean gone = app.kill(PATIENCE_MS);
    proxies.end(app.loader());
    return gone;
  }

  private void onApp(String id, String verb, List<String> arguments) {
    AppProcess app = running;
    if (app == null) {
      wire.write(id, "failed", "no app is running");
      return;
    }
    CompletableFuture<String> done = app.on(controls -> perform(controls, verb, arguments));
    done.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            wire.write(id, "ok", value);
          } else {
            wire.write(id, "failed", words(failure));
          }
        });
  }

  private static String perform(Controls controls, String verb, List<String> arguments) {
    switch (verb) {
      case "launch":
        controls.launch();
        return "";
      case "link":
        controls.link(arguments.get(0));
        return "";
      case "broadcast":
        controls.broadcast(arguments.get(0));
        return "";
      case "follow":
        controls.follow(arguments.get(0));
        return "";
      case "background":
        controls.background();
        return "";
      case "foreground":
        controls.foreground();
        return "";
      case "leave":
        controls.leave();
        return "";
      case "rotate":
        controls.rotate(arguments.get(0).equals("landscape"));
        return "";
      case "appearance":
        controls.appearance(arguments.get(0).equals("dark"));
        return "";
      case "permission":
        controls.permission(arguments.get(0), arguments.get(1).equals("granted"));
        return "";
      case "online":
        controls.online(arguments.get(0).equals("true"));
        return "";
      case "screenshot":
        return Base64.getEncoder().encodeToString(controls.screenshot());
      default:
        throw new IllegalArgumentException("there is no command '" + verb + "'");
    }
  }

  private static String words(Throwable failure) {
    return String.valueOf(failure);
  }

  private final class Told implements AppProcess.Listener {
    @Override
    public void shows(String text) {
      wire.write("*", "state", text);
    }

    @Override
    public void logged(String level, String tag, String text) {
      wire.write("*", "log", level, tag == null ? "" : tag, text == null ? "" : text);
    }

    @Override
    public void crashed(String trace) {
      wire.write("*", "crash", trace);
    }
  }
}
