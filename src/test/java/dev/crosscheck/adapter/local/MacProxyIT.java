package dev.crosscheck.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.appium.pretended.Strangers;
import dev.crosscheck.adapter.appium.pretended.apple.Mac;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.SystemProxy;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.support.TestSupply;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pretended Mac's proxy, by the commands that a Mac knows. */
class MacProxyIT {
  private static final ProxyAddress RECORDING = new ProxyAddress("127.0.0.1", 4711);

  private final Strangers strangers = new Strangers();
  private final List<String> told = new CopyOnWriteArrayList<>();

  @TempDir Path folder;

  private Mac mac;
  private String before;

  @BeforeEach
  void haveACompanysMac() {
    mac = Mac.in(folder.resolve("mac"), node(), strangers);
    mac.network().haveCompanyProxy(false);
    before = settings();
  }

  @AfterEach
  void end() {
    mac.close();
    strangers.assertNothingUnknown();
  }

  @Test
  void leadsAllThatGoesToTheInternetAndPutsItBack() {
    try (SystemProxy.Led led = proxy().lead(RECORDING)) {
      assertThat(settings())
          .contains("securewebproxy=Proxy[on=true, server=127.0.0.1, port=" + port())
          .contains(" webproxy=Proxy[on=true, server=127.0.0.1, port=" + port())
          .contains("proxyautodiscovery=false")
          .endsWith(" []");
      led.close();
      assertThat(settings()).isEqualTo(before);
    }
    assertThat(settings()).isEqualTo(before);
    assertThat(told).isEmpty();
  }

  @Test
  void switchesOffWhateverElseWouldLeadTheTraffic() {
    mac.network().haveEveryProxy();
    before = settings();

    try (SystemProxy.Led led = proxy().lead(RECORDING)) {
      assertThat(settings())
          .contains("socksfirewallproxy=Proxy[on=false")
          .contains("{autoproxy=false, proxyautodiscovery=false} []");
    }
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void asksAPlainMacForNoMoreThanItMust() {
    try (Mac plain = Mac.in(folder.resolve("plain"), node(), strangers)) {
      new MacProxy(environment(plain), true, lock(), told::add).lead(RECORDING).close();

      assertThat(plain.network().settings())
          .contains("securewebproxy=Proxy[on=false")
          .contains(", webproxy=Proxy[on=false")
          .endsWith("[*.local, 169.254/16]");
      assertThat(plain.asked().stream().filter(words -> words.get(1).startsWith("-set")))
          .extracting(words -> words.get(1))
          .containsExactly(
              "-setproxybypassdomains",
              "-setwebproxy",
              "-setsecurewebproxy",
              "-setwebproxystate",
              "-setsecurewebproxystate",
              "-setproxybypassdomains");
    }
  }

  @Test
  void leadsToEachRecordingByTheSamePort() throws Exception {
    SystemProxy proxy = proxy();
    String first = "";
    for (String said : List.of("one", "two")) {
      try (ServerSocket recording = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          SystemProxy.Led led =
              proxy.lead(new ProxyAddress("127.0.0.1", recording.getLocalPort()));
          Socket client = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port()));
          Socket end = recording.accept()) {
        client.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
        client.shutdownOutput();

        assertThat(end.getInputStream().readAllBytes()).asString().isEqualTo(said);
        assertThat(port()).isEqualTo(first.isEmpty() ? port() : first);
        first = port();
      }
    }
  }

  @Test
  void leadsAgainAndAgainButNotTwiceAtOnce() {
    SystemProxy proxy = proxy();
    SystemProxy.Led first = proxy.lead(RECORDING);
    assertThatThrownBy(() -> proxy.lead(RECORDING))
        .isInstanceOf(DeviceLost.class)
        .hasMessage("this Mac's proxy leads to another cell: one at a time");
    first.close();
    proxy.lead(RECORDING).close();

    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void isAnAdministratorWhereItMust() {
    mac.network().askForAdministrators();

    try (SystemProxy.Led led = proxy().lead(RECORDING)) {
      assertThat(settings()).contains("server=127.0.0.1");
    }
    assertThat(settings()).isEqualTo(before);
    assertThat(told).isEmpty();
  }

  @Test
  void changesNothingUnlessItIsAllowed() {
    SystemProxy proxy = new MacProxy(environment(), false, lock(), told::add);

    assertThat(proxy.lacking())
        .contains(
            new Availability.Unavailable(
                "Safari takes no proxy but the whole Mac's, which is changed only where that is allowed",
                "allow it for a run with --allow-system-proxy; docs/devices.md tells what it does"));
    assertThatThrownBy(() -> proxy.lead(RECORDING)).isInstanceOf(DeviceLost.class);
    assertThat(mac.asked()).isEmpty();
    assertThat(proxy().lacking()).isEmpty();
  }

  @Test
  void refusesWhatItCouldNotPutBack() {
    mac.network().haveCompanyProxy(true);
    before = settings();

    assertThatThrownBy(() -> proxy().lead(RECORDING))
        .isInstanceOf(DeviceLost.class)
        .hasMessage(
            "the proxy of 'Wi-Fi', 'proxy.company.test', has a password, with which it could not be"
                + " set again");
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void saysThatAVpnMayBeInTheWay() {
    mac.network().switchOnVpn();

    assertThatThrownBy(() -> proxy().lead(RECORDING))
        .isInstanceOf(DeviceLost.class)
        .hasMessageContaining("'utun3', is none of its network services; a VPN");
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void saysWhyItCannotBeSet() {
    mac.network().breakDown();

    assertThatThrownBy(() -> proxy().lead(RECORDING))
        .isInstanceOf(DeviceLost.class)
        .hasMessageContaining("'networksetup -setproxyautodiscovery' failed")
        .hasMessageContaining("requires admin privileges");
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void tellsHowToPutItBackWhereItCannot() {
    SystemProxy.Led led = proxy().lead(RECORDING);
    mac.network().breakDown();
    led.close();

    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("This Mac's proxy could not be put back. Do so with:\n")
        .contains("\nnetworksetup '-setwebproxystate' 'Wi-Fi' 'on'\n")
        .contains(
            "\nnetworksetup '-setproxybypassdomains' 'Wi-Fi' '*.local' 'it'\\''s.company.test'\n");
  }

  @Test
  void isLeftAloneOnceItCouldNotBePutBack() {
    SystemProxy proxy = proxy();
    SystemProxy.Led led = proxy.lead(RECORDING);
    mac.network().breakDown();
    led.close();
    led.close();
    mac.network().work();

    assertThatThrownBy(() -> proxy.lead(RECORDING))
        .isInstanceOf(DeviceLost.class)
        .hasMessageStartingWith("this Mac's proxy could not be put back after an earlier cell");
    assertThat(told).hasSize(1);
  }

  @Test
  void isLedByOneRunAtATime() {
    SystemProxy.Led first = proxy().lead(RECORDING);
    assertThatThrownBy(() -> proxy().lead(RECORDING))
        .isInstanceOf(DeviceLost.class)
        .hasMessage("another run leads this Mac's proxy: wait until it has ended");
    first.close();
    proxy().lead(RECORDING).close();

    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void doesNotTakeForTheUsersWhatAKilledRunHasLeft() {
    mac.network().haveDeadProxy();
    before = settings();

    assertThatThrownBy(() -> proxy().lead(RECORDING))
        .isInstanceOf(DeviceLost.class)
        .hasMessageContaining("'127.0.0.1:9', where nobody listens")
        .hasMessageEndingWith("networksetup -setsecurewebproxystate 'Wi-Fi' off");
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void isBackWhenItIsClosedThoughTheThreadIsInterrupted() {
    SystemProxy.Led led = proxy().lead(RECORDING);
    Thread.currentThread().interrupt();
    led.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(settings()).isEqualTo(before);
    assertThat(told).isEmpty();
  }

  @Test
  void putsItBackThoughItsProgramIsKilled() throws Exception {
    Process running = leading("quick");
    running.destroyForcibly();
    assertThat(running.waitFor(10, TimeUnit.SECONDS)).isTrue();

    awaitAsBefore();
  }

  /** What is slow to end is killed in the end, and so would be what puts the settings back. */
  @Test
  void putsItBackAtOnceWhereItsProgramIsToldToEnd() throws Exception {
    Process running = leading("slow");
    try {
      // Java's own way closes the program's input too, at which it would end by itself
      new ProcessBuilder("kill", "-TERM", String.valueOf(running.pid())).start().waitFor();

      awaitAsBefore();
      assertThat(running.isAlive()).isTrue();
    } finally {
      running.destroyForcibly();
    }
  }

  @Test
  void isPutBackWhateverATerminalSends() throws Exception {
    SystemProxy.Led led = proxy().lead(RECORDING);
    ProcessHandle restorer =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().commandLine().orElse("").contains("crosscheck-restorer"))
            .findFirst()
            .orElseThrow();
    for (String signal : List.of("HUP", "INT", "QUIT", "TERM")) {
      new ProcessBuilder("kill", "-" + signal, String.valueOf(restorer.pid())).start().waitFor();
    }
    led.close();

    assertThat(settings()).isEqualTo(before);
    assertThat(told).isEmpty();
  }

  private Process leading(String kind) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ProxyProgram.class.getName(),
            lock().toString(),
            kind);
    ProcessBuilder program =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    program.environment().putAll(mac.environment());
    Process running = program.start();
    BufferedReader out = running.inputReader();
    assertThat(out.readLine()).isEqualTo("leading");
    assertThat(settings()).contains("server=127.0.0.1");
    return running;
  }

  private void awaitAsBefore() {
    Instant by = Instant.now().plus(Duration.ofSeconds(20));
    while (!settings().equals(before) && Instant.now().isBefore(by)) {
      Thread.onSpinWait();
    }
    assertThat(settings()).isEqualTo(before);
  }

  private SystemProxy proxy() {
    return new MacProxy(environment(), true, lock(), told::add);
  }

  private Map<String, String> environment() {
    return environment(mac);
  }

  private static Map<String, String> environment(Mac mac) {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.putAll(mac.environment());
    return all;
  }

  private static Path node() {
    try {
      return TestSupply.create().program(Program.NODE);
    } catch (Shortage e) {
      throw new AssertionError(e);
    }
  }

  private Path lock() {
    return folder.resolve("proxy.lock");
  }

  private String port() {
    return settings()
        .replaceFirst("^.*securewebproxy=Proxy\\[on=true, [^,]*, port=(\\d+).*$", "$1");
  }

  private String settings() {
    return mac.network().settings();
  }
}
