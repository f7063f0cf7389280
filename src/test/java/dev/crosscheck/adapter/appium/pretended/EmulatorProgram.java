package dev.crosscheck.adapter.appium.pretended;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An Android SDK in a folder, with the real adb and a pretended {@code emulator}. Each AVD that it
 * starts is a {@link PretendedDevice} in this JVM, with a console, at ports where no other adb
 * server looks for emulators.
 */
public final class EmulatorProgram implements AutoCloseable {
  /** How an AVD boots. */
  public enum Boot {
    QUICK,
    /** Its adb daemon comes up, and its system never does. */
    NEVER
  }

  /** adb's servers look from 5555 to 5585. */
  private static final int FIRST_PORT = 5586;

  private static final int LAST_PORT = 5682;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private record Avd(Boot boot, Supplier<Phone> phone) {}

  private final ServerSocket socket;
  private final Path sdk;
  private final Path avdHome;
  private final Strangers strangers;
  private final Map<String, Avd> avds = new ConcurrentSkipListMap<>();
  private final Map<String, List<String>> launches = new ConcurrentHashMap<>();
  private final AtomicInteger launched = new AtomicInteger();
  private final List<Running> running = new CopyOnWriteArrayList<>();

  private EmulatorProgram(ServerSocket socket, Path sdk, Path avdHome, Strangers strangers) {
    this.socket = socket;
    this.sdk = sdk;
    this.avdHome = avdHome;
    this.strangers = strangers;
  }

  /**
   * Writes the SDK.
   *
   * @param folder where nothing is yet
   * @param adb the real one
   */
  public static EmulatorProgram install(Path folder, Path adb, Strangers strangers) {
    try {
      Path sdk = Files.createDirectories(folder.resolve("sdk"));
      Path tools = Files.createDirectories(sdk.resolve("platform-tools"));
      Files.createSymbolicLink(tools.resolve("adb"), adb.toRealPath());
      ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
      Path emulator = Files.createDirectories(sdk.resolve("emulator"));
      Files.writeString(emulator.resolve("source.properties"), "Pkg.Revision=35.2.10\n");
      Path program = Files.writeString(emulator.resolve("emulator"), script(socket));
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
      Path avdHome = Files.createDirectories(folder.resolve("avd"));
      EmulatorProgram all = new EmulatorProgram(socket, sdk, avdHome, strangers);
      Daemons.start("emulators", all::accept);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String script(ServerSocket socket) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path classes = Classes.of(EmulatorMain.class);
    return "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s %d \"$@\"\n"
        .formatted(java, classes, EmulatorMain.class.getName(), socket.getLocalPort());
  }

  /** The folder of the SDK that it is in. */
  public Path sdk() {
    return sdk;
  }

  /** Where its SDK and its AVDs are, as the environment tells. */
  public Map<String, String> environment() {
    return Map.of("ANDROID_HOME", sdk.toString(), "ANDROID_AVD_HOME", avdHome.toString());
  }

  /**
   * Makes an AVD.
   *
   * @param phone the one behind it, made at each start and closed with it
   */
  public void avd(String name, Boot boot, Supplier<Phone> phone) {
    try {
      Path folder = Files.createDirectories(avdHome.resolve(name + ".avd"));
      Files.writeString(
          folder.resolve("config.ini"),
          "image.sysdir.1=system-images/android-34/google_apis/x86_64/\n");
      Files.writeString(avdHome.resolve(name + ".ini"), "path=" + folder + "\ntarget=android-34\n");
      Path image = sdk.resolve("system-images/android-34/google_apis/x86_64");
      Files.writeString(Files.createDirectories(image).resolve("system.img"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    avds.put(name, new Avd(boot, phone));
  }

  /** The arguments with which an AVD was last started; empty where it never was. */
  public List<String> launched(String avd) {
    return launches.getOrDefault(avd, List.of());
  }

  /** How many have been started. */
  public int launches() {
    return launched.get();
  }

  /** The AVDs that run now. */
  public List<String> running() {
    return running.stream().map(Running::avd).toList();
  }

  /** Waits until the emulator with this serial has gone; returns whether it has, in time. */
  public boolean awaitEnd(String serial) {
    return awaitEnd(one -> serial.equals("emulator-" + one.port()));
  }

  /** Waits until none runs; returns whether that is so, in time. */
  public boolean awaitNone() {
    return awaitEnd(one -> true);
  }

  private boolean awaitEnd(Predicate<Running> which) {
    synchronized (running) {
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (running.stream().anyMatch(which)) {
        long left = until - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        try {
          TimeUnit.NANOSECONDS.timedWait(running, left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return true;
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket program = socket.accept();
        Daemons.start("an emulator", () -> serve(program));
      }
    } catch (IOException e) {
      // closed
      return;
    }
  }

  private void serve(Socket program) {
    try (program) {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
      PrintStream out = new PrintStream(program.getOutputStream(), true, StandardCharsets.UTF_8);
      String adbServer = line(lines);
      List<String> arguments = new ArrayList<>();
      for (String line = line(lines); !line.isEmpty(); line = line(lines)) {
        arguments.add(line);
      }
      start(program, adbServer, arguments, out);
      // until the program has gone, or the emulator has
      if (lines.readLine() != null) {
        strangers.meet("what the emulator's program says");
      }
    } catch (IOException e) {
      // the emulator has been killed
      return;
    } finally {
      running.stream().filter(one -> one.program() == program).forEach(this::end);
    }
  }

  private static String line(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new EOFException("the emulator was killed before it began");
    }
    return line;
  }

  private void start(Socket program, String adbServer, List<String> arguments, PrintStream out) {
    try {
      EmulatorOptions options = EmulatorOptions.parse(arguments);
      if (options.has("-list-avds")) {
        avds.keySet().forEach(out::println);
        out.println("exit 0");
        return;
      }
      String name = options.avd().orElse("");
      Avd avd = avds.get(name);
      if (avd == null) {
        out.println("PANIC: Unknown AVD name [" + name + "], use -list-avds to see valid list.");
        out.println("exit 1");
      } else if (adbServer.isEmpty()) {
        throw new NotKnown("an emulator that would tell the developer's own adb server of itself");
      } else {
        launches.put(name, List.copyOf(arguments));
        launched.incrementAndGet();
        begin(program, name, avd, options, Integer.parseInt(adbServer));
      }
    } catch (NotKnown e) {
      strangers.meet(String.valueOf(e.getMessage()));
      out.println("unknown option: " + e.getMessage());
      out.println("exit 1");
    }
  }

  private synchronized void begin(
      Socket program, String name, Avd avd, EmulatorOptions options, int adbServer) {
    int port = options.port().orElseGet(this::freePort);
    Phone phone = avd.phone().get();
    PretendedDevice device =
        PretendedDevice.booting(PhoneModel.anEmulator(), phone, port + 1, strangers);
    Runnable kill = () -> close(program);
    EmulatorConsole console = new EmulatorConsole(port, name, kill, strangers);
    running.add(new Running(name, port, program, phone, device, console));
    if (avd.boot() == Boot.QUICK) {
      device.boots();
    }
    // told to wait for it, the emulator says nothing to adb until its system is up
    if (avd.boot() == Boot.QUICK || !options.has("-delay-adb")) {
      AdbServer.announce(adbServer, device.port());
    }
  }

  private int freePort() {
    for (int port = FIRST_PORT; port <= LAST_PORT; port += 2) {
      if (isFree(port) && isFree(port + 1)) {
        return port;
      }
    }
    throw new IllegalStateException("no ports for another emulator");
  }

  private static boolean isFree(int port) {
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return free.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** One that runs: the program that was started for it, and what stands behind it. */
  private record Running(
      String avd,
      int port,
      Socket program,
      Phone phone,
      PretendedDevice device,
      EmulatorConsole console) {}

  private void end(Running one) {
    one.console().close();
    one.device().close();
    one.phone().close();
    synchronized (running) {
      running.remove(one);
      running.notifyAll();
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the emulators that run, and with them their programs. */
  @Override
  public void close() {
    running.forEach(one -> close(one.program()));
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
