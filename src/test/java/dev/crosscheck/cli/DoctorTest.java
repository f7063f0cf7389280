package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.supply.FakeMachine;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.supply.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {
  private static final Map<BrowserSpec.Browser, Set<Program>> BROWSERS =
      Map.of(
          BrowserSpec.Browser.CHROME, Set.of(Program.CHROMIUM, Program.CHROMEDRIVER),
          BrowserSpec.Browser.FIREFOX, Set.of(Program.FIREFOX),
          BrowserSpec.Browser.WEBKIT,
              Set.of(Program.MINIBROWSER, Program.WEBKITDRIVER, Program.XVFB));

  @TempDir private Path home;
  private FakeMachine fake;

  @BeforeEach
  void begin() throws IOException {
    fake = new FakeMachine(home);
    fake.program("node", "echo v20.19.0");
    fake.program("npm", "echo 11.1.0");
    fake.program("chromium", "echo Chromium 156.0.8078.108 built on Debian");
    fake.program("chromedriver", "echo 'ChromeDriver 156.0.8078.108 (abc)'");
    fake.program("WebKitWebDriver");
  }

  @Test
  void saysOfEveryDeviceWhetherItCanBeHad() throws Exception {
    fake.on("debian", true).program("apt-get");

    Diagnosis diagnosis = examine(Optional.empty(), "chrome", "firefox", "webkit", "wpe");

    assertThat(told(diagnosis)).isEqualTo(golden("doctor-debian.txt"));
    assertThat(diagnosis.healthy()).as("nobody drives wpe here").isFalse();
    assertThat(fake.calls()).isEmpty();
  }

  @Test
  void saysWhatIsMissingWhereNothingMayBeInstalled() throws Exception {
    fake.on("debian", true).with("CROSSCHECK_INSTALL", "never").program("apt-get");
    fake.program("node", "echo v18.20.4");
    fake.program("chromedriver", "echo 'ChromeDriver 155.0.1.2 (abc)'");

    Diagnosis diagnosis =
        examine(Optional.of("CROSSCHECK_INSTALL is 'never'"), "chrome", "firefox", "webkit");

    assertThat(told(diagnosis)).isEqualTo(golden("doctor-never.txt"));
    assertThat(diagnosis.healthy()).isFalse();
  }

  @Test
  void isContentWithWhatARunWouldInstall() throws Exception {
    fake.on("debian", true).program("apt-get");

    assertThat(examine(Optional.empty(), "chrome", "firefox", "webkit").healthy()).isTrue();
  }

  @Test
  void warnsOfADeviceThatCanBeHadAndOfAppsThatCannot() throws Exception {
    fake.program("firefox", "echo Mozilla Firefox 153.0");
    Checkup missing =
        new Checkup("acme", false, List.of(new Checkup.Remark("there is no app", "", Ink.BAD)));
    Doctor doctor =
        new Doctor(
            fake.supply(),
            List.of(new Named(Optional.of("it is slow"))),
            home.resolve("cache"),
            Optional.empty());

    Diagnosis diagnosis = doctor.examine(List.of(spec("chrome"), spec("wpe")), List.of(missing));

    assertThat(told(diagnosis))
        .contains(
            """
                             chromedriver 156.0.8078.108  HOME/bin/chromedriver
                             it is slow
              wpe       no   nothing here drives a device like 'wpe'
                             remedy: remove it

            apps for emulators, simulators and phones
              acme  no   there is no app

            for web plugins
            """)
        .endsWith("1 of 2 devices can be had, 1 app cannot\n");
    assertThat(doctor.examine(List.of(spec("chrome")), List.of(missing)).healthy()).isFalse();
    assertThat(doctor.examine(List.of(spec("chrome")), List.of()).healthy()).isTrue();
  }

  private Diagnosis examine(Optional<String> refusal, String... browsers) {
    List<DeviceSpec> devices = new ArrayList<>();
    for (String word : browsers) {
      devices.add(spec(word));
    }
    return new Doctor(
            fake.supply(), List.of(new Named(Optional.empty())), home.resolve("cache"), refusal)
        .examine(devices, List.of());
  }

  private static DeviceSpec spec(String word) {
    for (BrowserSpec.Browser browser : BrowserSpec.Browser.values()) {
      if (browser.word().equals(word)) {
        return new BrowserSpec(
            word.equals("chrome") ? "chromium" : word,
            new SourceLocation("devices.yaml", 2, 3),
            browser,
            true);
      }
    }
    throw new IllegalArgumentException(word);
  }

  private String told(Diagnosis diagnosis) {
    return diagnosis.lines().stream()
        .map(line -> line.render(false).stripTrailing() + "\n")
        .collect(Collectors.joining())
        .replace(home.toString(), "HOME");
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = DoctorTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Knows what browsers need, and nothing else. */
  private record Named(Optional<String> slowness) implements DeviceProvider {
    @Override
    public Optional<String> warning(DeviceSpec spec) {
      return slowness;
    }

    @Override
    public boolean handles(DeviceSpec spec) {
      return !programs(spec).isEmpty();
    }

    @Override
    public Set<Program> programs(DeviceSpec spec) {
      return spec instanceof BrowserSpec browser
          ? BROWSERS.getOrDefault(browser.browser(), Set.of())
          : Set.of();
    }

    @Override
    public Availability check(DeviceSpec spec) {
      return new Availability.Available("");
    }

    @Override
    public void prepare(DeviceSpec spec) {}

    @Override
    public Device start(DeviceSpec spec, TrustAnchor trust, Deadline by) {
      throw new IllegalStateException("the doctor starts nothing");
    }

    @Override
    public void close() {}
  }
}
