package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.local.LocalDrivers;
import dev.crosscheck.adapter.local.LocalFirefoxes;
import dev.crosscheck.adapter.supply.SystemSupply;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserProviderTest {
  private static final BrowserSpec EDGE =
      new BrowserSpec("edge", Samples.AT, BrowserSpec.Browser.EDGE, true);

  private final InstantSource clock = InstantSource.system();

  @TempDir Path folder;

  @Test
  void handlesItsOwnKindAlone() {
    DeviceProvider edge = edge(Map.of());
    DeviceProvider firefox = firefox(Map.of());

    assertThat(edge.handles(EDGE)).isTrue();
    assertThat(edge.handles(Samples.CHROMIUM)).isFalse();
    assertThat(firefox.handles(Samples.FIREFOX)).isTrue();
    assertThat(firefox.handles(EDGE)).isFalse();
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Map<String, String> bare = Map.of("CROSSCHECK_INSTALL", "never");
    assertThat(missing(firefox(bare), Samples.FIREFOX))
        .isEqualTo("no Firefox: not on PATH; CROSSCHECK_INSTALL is 'never'");
    Map<String, String> half =
        Map.of("CROSSCHECK_INSTALL", "never", "CROSSCHECK_EDGE", program("edge"));
    assertThat(missing(edge(half), EDGE))
        .isEqualTo("no msedgedriver: not on PATH; CROSSCHECK_INSTALL is 'never'");
  }

  private static String missing(DeviceProvider provider, BrowserSpec spec) {
    return ((Availability.Unavailable) provider.check(spec)).reason();
  }

  @Test
  void saysWhatItWillUse() throws Exception {
    Map<String, String> found =
        Map.of(
            "CROSSCHECK_EDGE", program("edge"), "CROSSCHECK_EDGEDRIVER", program("msedgedriver"));

    assertThat(edge(found).check(EDGE))
        .isEqualTo(new Availability.Available("Microsoft Edge by msedgedriver"));
    assertThat(firefox(Map.of("CROSSCHECK_FIREFOX", program("firefox"))).check(Samples.FIREFOX))
        .isEqualTo(new Availability.Available("Firefox"));
  }

  private DeviceProvider edge(Map<String, String> environment) {
    Supply supply = supply(environment);
    return BrowserProvider.edge(supply, new LocalDrivers(supply, clock), clock);
  }

  private DeviceProvider firefox(Map<String, String> environment) {
    Supply supply = supply(environment);
    return BrowserProvider.firefox(supply, new LocalFirefoxes(supply, clock), clock);
  }

  private Supply supply(Map<String, String> environment) {
    return new SystemSupply(folder.resolve("cache"), environment, line -> {});
  }

  private String program(String name) throws Exception {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file.toString();
  }
}
