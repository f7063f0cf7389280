package dev.crosscheck.adapter.appium.pretended;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A device as adb's server meets it. Its system is pretended; its app is the {@link Phone}'s. What
 * it is asked and does not know is told to the {@link Strangers}.
 */
public final class PretendedDevice implements AutoCloseable {
  private static final Pattern SHELL = Pattern.compile("shell(,[^:]*)?:(.+)", Pattern.DOTALL);
  private static final Pattern EXEC = Pattern.compile("exec:(.+)", Pattern.DOTALL);
  private static final String SERVER_PORT = "tcp:6790";
  private static final int APP_VERSION = 42;

  private final Strangers strangers;
  private final Helpers helpers = new Helpers();
  private final Packages packages = new Packages();
  private final DeviceFiles files = new DeviceFiles();
  private final Reverses reverses = new Reverses();
  private final Logcat logcat = new Logcat();
  private final PhoneNetwork network;
  private final UiAutomatorServer server;
  private final SystemCommands system;
  private final AndroidShell shell;
  private final PhoneModel model;
  private volatile Adbd daemon;

  private PretendedDevice(PhoneModel model, Phone phone, int port, Strangers strangers) {
    this.model = model;
    this.strangers = strangers;
    SystemSettings settings = new SystemSettings();
    this.network = new PhoneNetwork(model, settings, reverses, strangers);
    this.server = new UiAutomatorServer(model, phone, strangers);
    server.whenDeleted(helpers::endInstrumentation);
    PackageCommands packageCommands = new PackageCommands(phone, packages, helpers);
    Radio radio = new Radio(phone, network, settings);
    this.system = new SystemCommands(model, phone, helpers, packageCommands, files, radio);
    Map<String, ShellCommand> commands = new HashMap<>(system.commands());
    commands.putAll(packageCommands.commands());
    commands.put("am", new ActivityCommand(phone, packages, helpers));
    commands.put("settings", settings);
    commands.put("logcat", logcat);
    this.shell = new AndroidShell(commands);
    phone.networkAt(network.port());
    phone.heardBy(logcat::log);
    packages.install(new ApkManifest(phone.packageName(), APP_VERSION, "1.2.3"));
    this.daemon = listen(port);
  }

  /**
   * A device that has booted, with the app installed.
   *
   * @param phone closed by the caller
   * @param port of its adb daemon; 0 for any
   */
  public static PretendedDevice booted(
      PhoneModel model, Phone phone, int port, Strangers strangers) {
    PretendedDevice device = new PretendedDevice(model, phone, port, strangers);
    device.boots();
    return device;
  }

  /** As {@link #booted}, but still booting. */
  static PretendedDevice booting(PhoneModel model, Phone phone, int port, Strangers strangers) {
    return new PretendedDevice(model, phone, port, strangers);
  }

  /** Its system is up. */
  void boots() {
    system.property("sys.boot_completed", "1");
  }

  private Adbd listen(int port) {
    return Adbd.listen(port, model.banner(), this::service, strangers);
  }

  /** Where its adb daemon listens. */
  public int port() {
    return daemon.port();
  }

  /** Its daemon dies, and with it whatever went over adb. */
  public void dropAdb() {
    daemon.close();
  }

  /** Its daemon comes back, at the same port. */
  public void restoreAdb() {
    daemon = listen(daemon.port());
  }

  public void uninstallApp(String packageName) {
    packages.uninstall(packageName);
  }

  /** Has its user set when it is dark: {@code yes}, {@code no}, {@code auto}. */
  public void night(String when) {
    system.night(when);
  }

  /** When it is dark, in the system's own word. */
  public String night() {
    return system.night();
  }

  /** Why the app did not get out to its proxy, one line for each try. */
  public List<String> refusedConnections() {
    return network.refused();
  }

  private AdbService service(String name, AdbConnection connection) throws NotKnown {
    Matcher shellLine = SHELL.matcher(name);
    Matcher execLine = EXEC.matcher(name);
    if (shellLine.matches()) {
      boolean framed = shellLine.group(1) != null && shellLine.group(1).startsWith(",v2");
      return new ShellService(shell, shellLine.group(2), framed);
    } else if (execLine.matches()) {
      return new ShellService(shell, execLine.group(1), false);
    } else if (name.equals("sync:")) {
      return new SyncService(files);
    } else if (name.startsWith("reverse:")) {
      return reverses.service(name, connection);
    } else if (name.equals(SERVER_PORT)) {
      return this::relay;
    }
    throw new NotKnown("adb's service '" + name + "'");
  }

  private void relay(AdbStream stream) throws java.io.IOException {
    if (helpers.isInstrumented()) {
      Relay.between(Relay.End.of(stream), Relay.End.local(server.port()));
    }
  }

  @Override
  public void close() {
    daemon.close();
    network.close();
    server.close();
  }
}
