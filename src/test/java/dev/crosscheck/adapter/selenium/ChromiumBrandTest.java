package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.support.Samples;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chromium.ChromiumOptions;

/** What Edge is asked for; it is not there to be asked on every machine. */
class ChromiumBrandTest {
  @Test
  void asksEachDriverForItsOwnBrowser() {
    assertThat(ChromiumBrand.CHROMIUM.options().asMap())
        .containsEntry("browserName", "chrome")
        .containsKey("goog:chromeOptions");
    ChromiumOptions<?> edge = ChromiumBrand.EDGE.options();
    edge.setBinary("/opt/edge");
    assertThat(edge.asMap())
        .containsEntry("browserName", "MicrosoftEdge")
        .hasEntrySatisfying(
            "ms:edgeOptions",
            options ->
                assertThat(options).hasToString("{args=[], binary=/opt/edge, extensions=[]}"));
    assertThat(ChromiumBrand.EDGE.processId()).isEqualTo("ms:processID");
    assertThat(ChromiumBrand.EDGE.details()).isEqualTo("msedge");
    assertThat(ChromiumBrand.EDGE.driverVersion()).isEqualTo("msedgedriverVersion");
  }

  @Test
  void callsEachByTheNameThatItHasAtACustomers() {
    assertThat(userAgent(ChromiumBrand.CHROMIUM)).endsWith(" Chrome/156.0.0.0 Safari/537.36");
    assertThat(userAgent(ChromiumBrand.EDGE))
        .endsWith(" Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0");
  }

  private static String userAgent(ChromiumBrand brand) {
    InstantSource clock = InstantSource.system();
    try (Recorder recorder = new ProxyRecorder(CertificateAuthority.inMemory(clock), clock)) {
      List<String> arguments =
          ChromiumFlags.arguments(
              brand, Samples.CHROMIUM, "156.0.8078.73", recorder.trust(), false);
      return arguments.stream()
          .filter(argument -> argument.startsWith("--user-agent="))
          .findFirst()
          .orElseThrow();
    }
  }
}
