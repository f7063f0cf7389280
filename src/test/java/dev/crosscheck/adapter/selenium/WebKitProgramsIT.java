package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.local.LocalWebKits;
import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.supply.Program;
import dev.crosscheck.support.OtherPrograms;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in for a browser, and is none. */
class WebKitProgramsIT {
  private final InstantSource clock = InstantSource.system();

  @TempDir Path folder;

  @Test
  void aBrowserThatEndsAtOnceIsLost() throws Exception {
    isLost(Program.MINIBROWSER, "exit 3", "did not start");
  }

  @Test
  void aBrowserThatDoesNothingIsLostOnceTheDeadlineHasPassed() throws Exception {
    isLost(Program.MINIBROWSER, "exec sleep 60", "WebKitGTK did not start in time");
  }

  @Test
  void aDriverThatAnswersNothingIsLostOnceTheDeadlineHasPassed() throws Exception {
    String mute =
        "exec python3 -c 'import socket, time; s = socket.socket(); s.bind((\"127.0.0.1\", 0));"
            + " s.listen(); time.sleep(60)'";
    isLost(Program.WEBKITDRIVER, mute, "WebKitGTK did not start in time");
  }

  private void isLost(Program program, String script, String words) throws Exception {
    List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
    OtherPrograms supply = OtherPrograms.with(program, folder, script);
    try (BrowserProvider provider =
        BrowserProvider.webkit(supply, new LocalWebKits(supply, clock), clock)) {
      assertThatThrownBy(
              () ->
                  provider.start(
                      Samples.WEBKIT,
                      CertificateAuthority.inMemory(clock).trust(),
                      Visit.in(Duration.ofSeconds(8))))
          .isInstanceOf(DeviceLost.class)
          .hasMessageContaining(words);
      List<ProcessHandle> left = new ArrayList<>(ProcessHandle.current().descendants().toList());
      left.removeAll(before);
      assertThat(left).noneMatch(BrowserTroubleContract::runs);
    }
  }
}
