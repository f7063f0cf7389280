package dev.crosscheck.adapter.appium.pretended.apple;

import dev.crosscheck.adapter.appium.pretended.Strangers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** A pretended simulator: what is installed on it, what runs, and whom it trusts. */
public final class Simulator implements AutoCloseable {
  private static final long LINE_MS = 20;

  private final String udid = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
  private final String name;
  private final String version;
  private final Path data;
  private final Strangers strangers;
  private final Map<String, Path> installed = new HashMap<>();
  private final List<String> keychain = new ArrayList<>();
  private final List<String> permissions = new ArrayList<>();
  private final List<List<String>> launches = new ArrayList<>();
  private final List<ObjectNode> messages = new ArrayList<>();
  private final SystemLog log = new SystemLog();
  private Optional<WebDriverAgent> agent = Optional.empty();
  private Optional<StandInApp> app = Optional.empty();
  private Map<String, String> kept = new HashMap<>();
  private boolean booted;
  private boolean forgetsCertificates;
  private boolean refusesCertificates;
  private boolean refusesAgent;
  private boolean losesMessages;
  private boolean landscape;
  private String appearance = "light";

  Simulator(Path folder, String name, String version, Strangers strangers) {
    this.name = name;
    this.version = version;
    this.strangers = strangers;
    this.data = folder.resolve("Devices").resolve(udid).resolve("data");
    try {
      Files.createDirectories(data);
      Files.createDirectories(data.resolveSibling("root").resolve("Applications"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String udid() {
    return udid;
  }

  String name() {
    return name;
  }

  String version() {
    return version;
  }

  Path data() {
    return data;
  }

  /** The device type, where the name is one that the driver has made up. */
  String type() {
    return name.replaceFirst("^appiumTest-[0-9A-F-]{36}-", "");
  }

  public synchronized boolean isBooted() {
    return booted;
  }

  /** Boots it, as its user may too. */
  public void start() {
    boot();
  }

  /** Has it run. */
  public synchronized void boot() {
    booted = true;
  }

  /**
   * Runs like an iPhone that was set up by hand: with an app, a certificate that it trusts, and
   * WebDriverAgent.
   *
   * @return the port of WebDriverAgent
   */
  public synchronized int serve(Path app, String pem) {
    boot();
    install(app);
    keychain.add(pem);
    WebDriverAgent served = WebDriverAgent.at(0, this, strangers);
    agent = Optional.of(served);
    return served.port();
  }

  /** Ends it, as its user may too, and all that runs on it. */
  public synchronized void shutdown() {
    booted = false;
    agent.ifPresent(WebDriverAgent::close);
    agent = Optional.empty();
    end();
  }

  /** It keeps no certificate from now on. */
  public synchronized void forgetCertificates() {
    forgetsCertificates = true;
  }

  /** It says no to every certificate from now on. */
  public synchronized void refuseCertificates() {
    refusesCertificates = true;
  }

  /** WebDriverAgent ends as it is launched. */
  public synchronized void refuseAgent() {
    refusesAgent = true;
  }

  /** It takes push messages from now on, and hands none to an app. */
  public synchronized void loseMessages() {
    losesMessages = true;
  }

  /** The push messages that it took. */
  public synchronized List<ObjectNode> messages() {
    return List.copyOf(messages);
  }

  /** The certificates that were added to it, in PEM. */
  public synchronized List<String> keychain() {
    return List.copyOf(keychain);
  }

  /**
   * What was granted and revoked, as each tool is asked: {@code grant location dev.crosscheck.app},
   * {@code camera=yes dev.crosscheck.app}.
   */
  public synchronized List<String> permissions() {
    return List.copyOf(permissions);
  }

  /** The arguments of each process of the app so far. */
  public synchronized List<List<String>> launches() {
    return List.copyOf(launches);
  }

  synchronized boolean isInstalled(String bundle) {
    return installed.containsKey(bundle);
  }

  synchronized Said install(Path path) {
    String bundle = Xcode.identifier(path);
    if (bundle.isEmpty()) {
      return Said.failing(1, "Missing bundle ID: " + path);
    }
    installed.put(bundle, path);
    return Said.of("");
  }

  /** With its data. */
  synchronized Said uninstall(String bundle) {
    if (bundle.equals(StandInApp.ID)) {
      end();
      kept = new HashMap<>();
    }
    installed.remove(bundle);
    return Said.of("");
  }

  synchronized Said container(List<String> words) {
    Path path = installed.get(words.get(0));
    return path == null ? Said.failing(2, "No such file or directory") : Said.of(path + "\n");
  }

  synchronized Said apps() {
    StringBuilder plist =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict>\n");
    installed.forEach(
        (bundle, path) ->
            plist.append(
                "<key>%1$s</key><dict><key>CFBundleIdentifier</key><string>%1$s</string><key>CFBundleName</key><string>%2$s</string></dict>\n"
                    .formatted(bundle, path.getFileName())));
    return Said.of(plist + "</dict></plist>\n");
  }

  /** Only WebDriverAgent is launched from outside: apps are its business. */
  synchronized Said launch(List<String> words, Map<String, String> variables) {
    List<String> bundles = words.stream().filter(word -> !word.startsWith("-")).toList();
    if (!bundles.equals(List.of(Xcode.AGENT))) {
      return Said.UNKNOWN;
    } else if (!isInstalled(Xcode.AGENT)) {
      return Said.failing(4, "found nothing to launch");
    }
    if (!refusesAgent) {
      int port = Integer.parseInt(variables.getOrDefault("SIMCTL_CHILD_USE_PORT", "8100"));
      agent.ifPresent(WebDriverAgent::close);
      agent = Optional.of(WebDriverAgent.at(port, this, strangers));
    }
    return Said.of(Xcode.AGENT + ": 4711\n");
  }

  synchronized Said terminate(String bundle) {
    if (bundle.equals(Xcode.AGENT)) {
      agent.ifPresent(WebDriverAgent::close);
      agent = Optional.empty();
      return Said.of("");
    }
    return bundle.equals(StandInApp.ID) ? ended() : Said.UNKNOWN;
  }

  private Said ended() {
    end();
    return Said.of("");
  }

  Said spawn(List<String> words) {
    String line = String.join(" ", words);
    if (line.startsWith("log stream --style compact")) {
      return Said.streaming(
          out -> {
            out.write("Filtering the log data\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.flush();
            int at = log.size();
            while (isBooted()) {
              for (String entry : log.since(at)) {
                out.write((entry + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
                at++;
              }
              out.flush();
              log.awaitMore(at, LINE_MS);
            }
          });
    } else if (line.equals("launchctl list")) {
      return Said.of("PID\tStatus\tLabel\n4711\t0\tUIKitApplication:" + Xcode.AGENT + "[1]\n");
    } else if (line.startsWith("defaults write ") || line.startsWith("launchctl print ")) {
      return Said.of("");
    }
    return Said.UNKNOWN;
  }

  synchronized Said keychain(List<String> words, String input) {
    if (!words.get(0).equals("add-root-cert")) {
      return Said.UNKNOWN;
    } else if (refusesCertificates) {
      return Said.failing(22, "An error was encountered processing the command (code=22)");
    } else if (forgetsCertificates) {
      return Said.of("");
    }
    try {
      keychain.add(words.get(1).equals("-") ? input : Files.readString(Path.of(words.get(1))));
    } catch (IOException e) {
      return Said.failing(1, e.toString());
    }
    return Said.of("");
  }

  /** {@code ui UDID appearance [light|dark]}. */
  synchronized Said ui(List<String> words) {
    if (!words.get(0).equals("appearance")) {
      return Said.UNKNOWN;
    } else if (words.size() == 2) {
      appearance = words.get(1);
      return Said.of("");
    }
    return Said.of(appearance + "\n");
  }

  /** Whether it is {@code light} or {@code dark}. */
  public synchronized String appearance() {
    return appearance;
  }

  /** {@code privacy UDID grant|revoke|reset SERVICE BUNDLE}: it ends the app. */
  synchronized Said privacy(List<String> words) {
    if (words.size() != 3
        || !List.of("grant", "revoke", "reset").contains(words.get(0))
        || !List.of("location", "location-always").contains(words.get(1))
        || !words.get(2).equals(StandInApp.ID)) {
      return Said.UNKNOWN;
    }
    permissions.add(String.join(" ", words));
    end();
    return Said.of("");
  }

  /** As {@code applesimutils} is asked: {@code camera=yes}. It leaves the app running. */
  synchronized Said permit(String bundle, String what) {
    if (!bundle.equals(StandInApp.ID) || !List.of("camera=yes", "camera=NO").contains(what)) {
      return Said.UNKNOWN;
    }
    permissions.add(what + " " + bundle);
    return Said.of("");
  }

  /**
   * {@code push UDID [BUNDLE] FILE}: a message to an app that is in front. What becomes of one to
   * an app that is not, the system decides.
   */
  synchronized Said push(List<String> words) {
    Optional<ObjectNode> read = PushFile.read(Path.of(words.get(words.size() - 1)));
    if (read.isEmpty()) {
      return Said.failing(22, "Invalid push payload");
    }
    ObjectNode message = read.get();
    String bundle =
        words.size() > 1 ? words.get(0) : message.path("Simulator Target Bundle").asString("");
    if (!isInstalled(bundle)) {
      return Said.failing(4, "The application '%s' is not installed".formatted(bundle));
    }
    Optional<StandInApp> front = app().filter(StandInApp::isInFront);
    if (!bundle.equals(StandInApp.ID) || front.isEmpty()) {
      return Said.UNKNOWN;
    }
    messages.add(message);
    if (!losesMessages) {
      front.get().push(message.deepCopy());
    }
    return Said.of("Notification sent to '%s'\n".formatted(bundle));
  }

  // what WebDriverAgent asks

  synchronized Optional<StandInApp> app() {
    return app.filter(StandInApp::isRunning);
  }

  synchronized Optional<StandInApp> launchApp(String bundle, List<String> arguments) {
    if (!bundle.equals(StandInApp.ID) || !isInstalled(bundle)) {
      return Optional.empty();
    }
    if (app().isEmpty()) {
      launches.add(List.copyOf(arguments));
      app = Optional.of(new StandInApp(udid, kept, arguments, keychain(), log));
    }
    app.get().foreground();
    return app;
  }

  /** Ends the app's process; its data stays. */
  synchronized void end() {
    app.ifPresent(StandInApp::close);
    app = Optional.empty();
  }

  synchronized void turn(boolean toLandscape) {
    landscape = toLandscape;
  }

  public synchronized boolean isLandscape() {
    return landscape;
  }

  SystemLog log() {
    return log;
  }

  @Override
  public void close() {
    shutdown();
  }

  /** The lines that its processes have written. */
  static final class SystemLog {
    private final List<String> lines = new ArrayList<>();
    private CountDownLatch more = new CountDownLatch(1);

    synchronized void write(String type, String process, String text) {
      lines.add(
          "2026-11-20 10:00:00.000 %-2s %s[4242:1f3a] [dev.crosscheck:app] %s"
              .formatted(type, process, text));
      more.countDown();
      more = new CountDownLatch(1);
    }

    synchronized int size() {
      return lines.size();
    }

    synchronized List<String> since(int index) {
      return List.copyOf(lines.subList(index, lines.size()));
    }

    void awaitMore(int index, long millis) {
      CountDownLatch latch;
      synchronized (this) {
        if (lines.size() > index) {
          return;
        }
        latch = more;
      }
      try {
        latch.await(millis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
