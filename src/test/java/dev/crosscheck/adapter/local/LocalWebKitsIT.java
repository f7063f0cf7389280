package dev.crosscheck.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.OtherPrograms;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalWebKitsIT {
  private final InstantSource clock = InstantSource.system();
  private final List<ProcessHandle> before = ProcessHandle.current().descendants().toList();

  @TempDir Path folder;

  @Test
  void runsADriverForEverySessionUntilItIsGivenBack() throws Exception {
    try (LocalWebKits webkits = new LocalWebKits(TestSupply.create(), clock)) {
      for (BrowserSpec spec : List.of(Samples.WEBKIT, Samples.WPE)) {
        Endpoint first = webkits.endpoint(spec);
        Endpoint second = webkits.endpoint(spec);

        assertThat(webkits.serves(spec)).isTrue();
        assertThat(first.webDriver()).isNotEqualTo(second.webDriver());
        webkits.release(first);
        assertThat(webkits.ended(first)).isPresent();
        assertThat(webkits.ended(second)).isEmpty();
      }
      assertThat(webkits.serves(Samples.CHROMIUM)).isFalse();
    }
    assertThat(running()).isEmpty();
  }

  @Test
  void saysWhatHasEnded() throws Exception {
    try (LocalWebKits webkits = new LocalWebKits(TestSupply.create(), clock)) {
      Endpoint endpoint = webkits.endpoint(Samples.WEBKIT);
      end("Xvfb");
      assertThat(webkits.ended(endpoint).orElseThrow()).startsWith("Xvfb ended with status 137");

      Endpoint other = webkits.endpoint(Samples.WPE);
      end("WPEWebDriver");
      assertThat(webkits.ended(other).orElseThrow())
          .startsWith("WPEWebDriver ended with status 137");
    }
  }

  @Test
  void saysWhatADriverOrADisplayThatDoesNotStartSaid() throws Exception {
    refuses(
        Program.WEBKITDRIVER, "echo no library x >&2; exit 4", "status 4, saying: no library x");
    refuses(Program.XVFB, "echo no screen >&2; exit 1", "Xvfb ended with status 1, saying: no scr");
    assertThat(running()).isEmpty();
  }

  @Test
  void saysThatItCannotBeStartedAtAll() throws Exception {
    Supply folders = new OtherPrograms(TestSupply.create(), Program.WEBKITDRIVER, folder);
    try (LocalWebKits webkits = new LocalWebKits(folders, clock)) {
      assertThatThrownBy(() -> webkits.endpoint(Samples.WEBKIT)).isInstanceOf(DeviceLost.class);
    }
    assertThat(running()).isEmpty();
  }

  @Test
  void startsNoneOnceItIsClosed() {
    LocalWebKits webkits = new LocalWebKits(TestSupply.create(), clock);
    webkits.close();

    assertThatThrownBy(() -> webkits.endpoint(Samples.WPE)).isInstanceOf(DeviceLost.class);
    assertThat(running()).isEmpty();
  }

  private void refuses(Program program, String script, String words) throws Exception {
    try (LocalWebKits webkits =
        new LocalWebKits(OtherPrograms.with(program, folder, script), clock)) {
      assertThatThrownBy(() -> webkits.endpoint(Samples.WEBKIT))
          .isInstanceOf(DeviceLost.class)
          .hasMessageContaining(words);
    }
  }

  private void end(String program) throws Exception {
    for (ProcessHandle process : running()) {
      if (process.info().command().filter(file -> file.endsWith(program)).isPresent()) {
        process.destroyForcibly();
        process.onExit().get(5, TimeUnit.SECONDS);
      }
    }
  }

  private List<ProcessHandle> running() {
    List<ProcessHandle> started = new ArrayList<>(ProcessHandle.current().descendants().toList());
    started.removeAll(before);
    started.removeIf(process -> process.info().command().isEmpty());
    return started;
  }
}
