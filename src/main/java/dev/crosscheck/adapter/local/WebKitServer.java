package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A driver of WebKit's with its folder and, where its browser needs one, a display of its own: on a
 * shared display only one window would have the focus.
 */
final class WebKitServer implements AutoCloseable {
  private final Path folder;
  private final Optional<Display> display;
  private final ProcessGroup driver;
  private final URI address;

  private WebKitServer(Path folder, Optional<Display> display, ProcessGroup driver, URI address) {
    this.folder = folder;
    this.display = display;
    this.driver = driver;
    this.address = address;
  }

  /**
   * @param driver {@link Program#WEBKITDRIVER}, with a display, or {@link Program#WPEDRIVER}
   */
  static WebKitServer start(Supply supply, Program driver, Deadline by) throws Shortage {
    Path program = supply.program(driver);
    Optional<Path> xvfb =
        driver == Program.WEBKITDRIVER
            ? Optional.of(supply.program(Program.XVFB))
            : Optional.empty();
    Path folder = Folders.temporary();
    Optional<Display> display = Optional.empty();
    ProcessGroup process = null;
    try {
      display = xvfb.map(file -> Display.open(file, folder, by));
      process =
          ProcessGroup.start(
              driver.title(),
              program,
              List.of("--port=0", "--host=127.0.0.1"),
              environment(folder, display),
              folder,
              line -> false);
      long pid = process.pid();
      int port = Starting.await(process, () -> ListeningPort.of(pid), "listened on no port", by);
      return new WebKitServer(folder, display, process, URI.create("http://127.0.0.1:" + port));
    } catch (DeviceLost e) {
      end(Optional.ofNullable(process), display, folder);
      throw e;
    }
  }

  URI address() {
    return address;
  }

  /** What of it has ended, and how; empty while all of it runs. */
  Optional<String> ended() {
    return display.flatMap(Display::ended).or(driver::ended);
  }

  /** Ends it, its browser and its display. */
  @Override
  public void close() {
    end(Optional.of(driver), display, folder);
  }

  private static void end(Optional<ProcessGroup> driver, Optional<Display> display, Path folder) {
    driver.ifPresent(ProcessGroup::close);
    display.ifPresent(Display::close);
    Folders.remove(folder);
  }

  /** A user of its own, who speaks English, on the display and nowhere else. */
  private static Map<String, String> environment(Path folder, Optional<Display> display) {
    Map<String, String> variables = new HashMap<>();
    variables.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    variables.put("XDG_DATA_HOME", folder.resolve("data").toString());
    // a desktop's session bus would know of other browsers, and of their accessibility
    variables.put("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    variables.put("NO_AT_BRIDGE", "1");
    variables.put("GDK_BACKEND", "x11");
    variables.put("WAYLAND_DISPLAY", "");
    variables.put("DISPLAY", display.map(Display::name).orElse(""));
    variables.put("LANG", "en_US.UTF-8");
    variables.put("LC_ALL", "");
    variables.put("LANGUAGE", "");
    return variables;
  }
}
