package dev.crosscheck.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosscheck.adapter.supply.FakeMachine;
import dev.crosscheck.adapter.supply.SystemAndroidSdk;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.SecretText;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Family;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With the real server, its real driver and the real adb. */
@Timeout(240)
class LocalAppiumIT {
  private static final AppiumSpec EMULATOR =
      spec("pixel-8", new AppiumSpec.Emulator(Optional.of("Pixel_8")), Optional.empty(), Map.of());

  private final InstantSource clock = InstantSource.system();
  private final Supply supply = TestSupply.create();
  private final List<ProcessHandle> before = ProcessHandle.current().descendants().toList();

  @TempDir Path folder;

  @Test
  void runsOneServerForAllDevicesUntilItIsClosed() throws Exception {
    URI server;
    List<ProcessHandle> adb;
    try (LocalAppium appium = appium()) {
      Endpoint endpoint = appium.endpoint(EMULATOR);
      server = endpoint.webDriver();

      assertThat(appium.serves(EMULATOR)).isTrue();
      assertThat(appium.serves(Samples.CHROMIUM)).isFalse();
      assertThat(endpoint.reach()).isEqualTo(Reach.LOOPBACK);
      assertThat(appium.endpoint(AppiumProgram.PHONE).webDriver()).isEqualTo(server);
      assertThat(status(server)).contains("\"ready\":true").contains("\"version\":\"3.8.0\"");
      assertThat(listeners(server.getPort())).containsExactly("0100007F");
      assertThat(appium.ended(endpoint)).isEmpty();

      Object port = AppiumProgram.startAdb(android(), endpoint);
      adb = adbServers(port);
      assertThat(adb).isNotEmpty();
    }
    assertThatThrownBy(() -> status(server)).isInstanceOf(ConnectException.class);
    assertThat(running()).isEmpty();
    assertThat(adb).noneMatch(Family::stays);
  }

  @Test
  void drivesAndroidAndNothingElse() throws Exception {
    try (LocalAppium appium = appium()) {
      Endpoint endpoint = appium.endpoint(EMULATOR);

      assertThat(post(endpoint, "XCUITest", "iOS")).contains("Could not find a driver");
      assertThat(post(endpoint, "UiAutomator2", "Android"))
          .as("the driver itself looks at what is asked for")
          .contains("systemPort");
    }
    assertThat(running()).isEmpty();
  }

  /** What the user has Node.js load is loaded, and what ours is to forgive is forgiven. */
  @Test
  void keepsTheUsersOptionsOfNode() throws Exception {
    Path told = folder.resolve("told");
    Path users =
        Files.writeString(
            folder.resolve("users.cjs"),
            """
            require("fs").writeFileSync("%s", process.env.NODE_OPTIONS);
            Promise.reject(new Error("nobody hears of this"));
            """
                .formatted(told));
    String options = "--unhandled-rejections=strict --require=" + users;
    try (LocalAppium appium = appium(Map.of("NODE_OPTIONS", options), new FreePorts())) {
      assertThat(status(appium.endpoint(EMULATOR).webDriver())).contains("\"ready\":true");
      assertThat(told).content().startsWith(options + " ");
    }
    assertThat(running()).isEmpty();
  }

  @Test
  void standsBesideAnother() throws Exception {
    try (LocalAppium one = appium();
        LocalAppium other = appium()) {
      CompletableFuture<Endpoint> first = CompletableFuture.supplyAsync(() -> endpoint(one));
      Endpoint second = endpoint(other);

      assertThat(first.join().webDriver()).isNotEqualTo(second.webDriver());
      assertThat(first.join().capabilities().get("appium:adbPort"))
          .isNotEqualTo(second.capabilities().get("appium:adbPort"));
      one.close();
      assertThat(status(second.webDriver())).contains("\"ready\":true");
    }
    assertThat(running()).isEmpty();
  }

  @Test
  void saysHowItEndedAndStartsAnother() throws Exception {
    try (LocalAppium appium = appium()) {
      Endpoint first = appium.endpoint(EMULATOR);
      Object port = AppiumProgram.startAdb(android(), first);
      List<ProcessHandle> adb = adbServers(port);
      kill(node());

      assertThat(appium.ended(first)).contains("Appium ended with status 137");
      Endpoint second = appium.endpoint(EMULATOR);
      assertThat(second.webDriver()).isNotEqualTo(first.webDriver());
      assertThat(status(second.webDriver())).contains("\"ready\":true");
      assertThat(appium.ended(second)).isEmpty();
      assertThat(adb).as("of the first").noneMatch(Family::stays);
    }
    assertThat(running()).isEmpty();
  }

  @Test
  void takesAnotherPortWhereOneIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LocalAppium appium = appium(inTurn(taken.getLocalPort(), new FreePorts().getAsInt()))) {
      URI server = appium.endpoint(EMULATOR).webDriver();

      assertThat(server.getPort()).isNotEqualTo(taken.getLocalPort());
      assertThat(status(server)).contains("\"ready\":true");
    }
    assertThat(running()).isEmpty();
  }

  @Test
  void givesUpWhereEveryPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LocalAppium appium = appium(taken::getLocalPort)) {
      assertThatThrownBy(() -> appium.endpoint(EMULATOR))
          .isInstanceOf(DeviceLost.class)
          .hasMessageStartingWith("Appium ended with status 1, saying: ")
          .hasMessageContaining("address already in use 127.0.0.1:" + taken.getLocalPort())
          .message()
          .doesNotContain("Welcome");
    }
    assertThat(running()).isEmpty();
  }

  @Test
  void leavesTheUsersOwnAdbServerAlone() throws Exception {
    try (ServerSocket users = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LocalAppium appium =
            appium(Map.of("ANDROID_ADB_SERVER_PORT", "" + users.getLocalPort()), new FreePorts())) {
      assertThat(appium.endpoint(EMULATOR).capabilities())
          .isEqualTo(
              Map.of("appium:adbPort", users.getLocalPort(), "appium:suppressKillServer", true));
      appium.close();
      users.setSoTimeout(1);
      assertThatThrownBy(
              () -> {
                while (true) {
                  assertThat(users.accept().getInputStream().readAllBytes()).isEmpty();
                }
              })
          .as("nobody told it to end")
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void givesTheServerThatADeviceNames() throws Exception {
    URI farm = URI.create("https://farm.test/wd/hub");
    AppiumSpec spec =
        spec(
            "farm",
            new AppiumSpec.Emulator(Optional.of("x")),
            Optional.of(farm),
            Map.of("farm:user", "me"));
    try (LocalAppium appium = appium()) {
      Endpoint endpoint = appium.endpoint(spec);

      assertThat(endpoint.webDriver()).isEqualTo(farm);
      assertThat(endpoint.capabilities()).isEqualTo(Map.of("farm:user", "me"));
      assertThat(appium.ended(endpoint)).isEmpty();
      assertThat(running()).isEmpty();
    }
  }

  @Test
  void passesOnWhatADeviceAsksFor() throws Exception {
    try (LocalAppium appium = appium()) {
      AppiumSpec spec =
          spec(
              "x",
              new AppiumSpec.Emulator(Optional.of("x")),
              Optional.empty(),
              Map.of("appium:adbPort", 5099, "appium:skipUnlock", true));
      assertThat(appium.endpoint(spec).capabilities())
          .isEqualTo(Map.of("appium:adbPort", 5099, "appium:skipUnlock", true));
    }
  }

  @Test
  void startsNoneOnceItIsClosed() {
    LocalAppium appium = appium();
    appium.close();

    assertThatThrownBy(() -> appium.endpoint(EMULATOR))
        .isInstanceOf(DeviceLost.class)
        .hasMessage("no Appium for 'pixel-8': the server has been ended");
    assertThat(running()).isEmpty();
  }

  @Test
  void refusesAnOldNode() throws Exception {
    FakeMachine fake = new FakeMachine(folder);
    Path node = fake.program("node", "echo v18.20.4");
    fake.program("npm", "mkdir node_modules");

    assertThat(shortageOn(fake))
        .hasMessage("'" + node + "' is Node.js 18.20.4, too old: 20.19 or later is needed");
    fake.program("node", "echo v22.3.0");
    assertThat(shortageOn(fake))
        .hasMessage("'" + node + "' is Node.js 22.3.0, and Appium needs 20.19, 22.12, 24 or later");
    assertThat(fake.calls()).isEmpty();
    assertThat(running()).isEmpty();
  }

  @Test
  void endsNpmWhenItIsInterrupted() throws Exception {
    FakeMachine fake = new FakeMachine(folder);
    Path begun = folder.resolve("begun");
    fake.program("node", "echo v20.19.0");
    fake.program("npm", "touch '" + begun + "'", "sleep 100");
    AtomicReference<Shortage> shortage = new AtomicReference<>();
    Thread thread = new Thread(() -> shortage.set(shortageOn(fake)));
    thread.start();
    while (!Files.exists(begun)) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    thread.join();

    assertThat(shortage.get())
        .hasMessageStartingWith("interrupted while looking for harness/appium");
    assertThat(running()).isEmpty();
    assertThat(fake.supply().hasNodeModules("appium")).isFalse();
  }

  @Test
  void leavesNothingWhenItsProcessIsKilled() throws Exception {
    leavesNothingAfter(ProcessHandle::destroyForcibly);
  }

  @Test
  void leavesNothingWhenItsProcessIsStopped() throws Exception {
    leavesNothingAfter(ProcessHandle::destroy);
  }

  private void leavesNothingAfter(Consumer<ProcessHandle> end) throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AppiumProgram.class.getName(),
                folder.resolve("cache").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String[] ports = ports(jvm);
    List<ProcessHandle> all = new ArrayList<>(jvm.descendants().toList());
    all.addAll(adbServers(ports[2]));
    all.add(jvm.toHandle()); // which takes its folder away last
    assertThat(adbServers(ports[2])).isNotEmpty();
    Path temporary = temporary(jvm.toHandle());
    assertThat(temporary).isDirectory();
    assertThat(status(URI.create("http://127.0.0.1:" + ports[1]))).contains("\"ready\":true");

    end.accept(jvm.toHandle());

    for (ProcessHandle process : all) {
      process.onExit().get(30, TimeUnit.SECONDS);
    }
    assertThat(adbServers(ports[2])).isEmpty();
    assertThat(temporary).doesNotExist();
  }

  /** The folder that was given to the server. */
  private static Path temporary(ProcessHandle jvm) {
    return jvm.descendants()
        .flatMap(process -> Stream.of(process.info().arguments().orElse(new String[0])))
        .filter(argument -> argument.startsWith("--tmp="))
        .map(argument -> Path.of(argument.substring("--tmp=".length())))
        .findFirst()
        .orElseThrow();
  }

  private static String[] ports(Process jvm) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("ports ")) {
        return line.split(" ");
      }
    }
    throw new AssertionError("it did not start");
  }

  private LocalAppium appium() {
    return appium(new FreePorts());
  }

  private LocalAppium appium(IntSupplier ports) {
    return appium(Map.of(), ports);
  }

  private LocalAppium appium(Map<String, String> environment, IntSupplier ports) {
    return new LocalAppium(supply, android(), environment, clock, ports);
  }

  private SystemAndroidSdk android() {
    return new SystemAndroidSdk(folder.resolve("cache"), System.getenv(), supply);
  }

  private static Endpoint endpoint(LocalAppium appium) {
    try {
      return appium.endpoint(EMULATOR);
    } catch (Shortage e) {
      throw new AssertionError(e);
    }
  }

  private Shortage shortageOn(FakeMachine fake) {
    Supply supply = fake.supply();
    SystemAndroidSdk android = new SystemAndroidSdk(folder.resolve("cache"), Map.of(), supply);
    try (LocalAppium appium = new LocalAppium(supply, android, Map.of(), clock)) {
      return catchThrowableOfType(Shortage.class, () -> appium.endpoint(EMULATOR));
    }
  }

  private static AppiumSpec spec(
      String id, AppiumSpec.Target target, Optional<URI> server, Map<String, Object> capabilities) {
    return new AppiumSpec(
        id,
        Samples.AT,
        target,
        Sdk.ANALYTICS_KOTLIN,
        server.map(URI::toString).map(SecretText::of),
        capabilities);
  }

  private static IntSupplier inTurn(int... ports) {
    Queue<Integer> left = new ArrayDeque<>();
    Arrays.stream(ports).forEach(left::add);
    IntSupplier others = new FreePorts();
    // every second one is for adb
    return () -> Objects.requireNonNullElseGet(left.poll(), others::getAsInt);
  }

  private ProcessHandle node() {
    return running().stream()
        .filter(process -> process.info().command().orElse("").endsWith("node"))
        .findFirst()
        .orElseThrow();
  }

  private static void kill(ProcessHandle process) throws Exception {
    process.destroyForcibly();
    process.onExit().get(5, TimeUnit.SECONDS);
  }

  private List<ProcessHandle> running() {
    List<ProcessHandle> started = new ArrayList<>(ProcessHandle.current().descendants().toList());
    started.removeAll(before);
    started.removeIf(process -> process.info().command().isEmpty());
    return started;
  }

  private static List<ProcessHandle> adbServers(Object port) {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                Stream.of(process.info().arguments().orElse(new String[0]))
                    .anyMatch(argument -> argument.matches("tcp:(.*:)?" + port)))
        .filter(process -> process.info().command().orElse("").endsWith("adb"))
        .toList();
  }

  /** The addresses, in hexadecimal and turned round, at which somebody listens on a port. */
  private static List<String> listeners(int port) throws Exception {
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = Path.of("/proc/net", table);
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        String[] fields = line.strip().split("\\s+");
        if (fields[3].equals("0A") && fields[1].endsWith(":%04X".formatted(port))) {
          addresses.add(fields[1].substring(0, fields[1].indexOf(':')));
        }
      }
    }
    return addresses;
  }

  private static String status(URI server) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server + "/status")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static String post(Endpoint endpoint, String automation, String platform)
      throws Exception {
    String body =
        """
        {"capabilities": {"alwaysMatch": {"platformName": "%s",
          "appium:automationName": "%s", "appium:systemPort": "not a number"}}}
        """
            .formatted(platform, automation);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(endpoint.webDriver() + "/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
