package dev.crosscheck.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Reach;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFirefoxesIT {
  private final InstantSource clock = InstantSource.system();

  @TempDir Path folder;

  @Test
  void runsOneForEveryDeviceUntilItIsGivenBack() throws Exception {
    List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
    try (LocalFirefoxes firefoxes = new LocalFirefoxes(TestSupply.create(), clock)) {
      Endpoint first = firefoxes.endpoint(Samples.FIREFOX);
      List<ProcessHandle> ofTheFirst = new ArrayList<>(started(before));
      Endpoint second = firefoxes.endpoint(Samples.FIREFOX);

      assertThat(firefoxes.serves(Samples.FIREFOX)).isTrue();
      assertThat(firefoxes.serves(Samples.CHROMIUM)).isFalse();
      assertThat(first.reach()).isEqualTo(Reach.LOOPBACK);
      assertThat(first.webDriver()).hasScheme("ws").isNotEqualTo(second.webDriver());

      firefoxes.release(first);
      firefoxes.release(first);

      assertThat(ofTheFirst).isNotEmpty().noneMatch(LocalFirefoxesIT::runs);
      assertThat(started(before)).isNotEmpty();
    }
    assertThat(started(before)).isEmpty();
  }

  @Test
  void saysWhatAFirefoxThatDoesNotStartSaid() throws Exception {
    assertThatThrownBy(() -> starting("echo no display; exit 1", Duration.ofSeconds(20)))
        .isInstanceOf(DeviceLost.class)
        .hasMessageMatching("'.*/firefox' did not start: it ended, saying: no display");
  }

  @Test
  void doesNotWaitForOneThatSpeaksNoBidi() throws Exception {
    String old = "echo DevTools listening on ws://127.0.0.1:9/devtools/browser/x; exec sleep 60";

    assertThatThrownBy(() -> starting(old, Duration.ofSeconds(1)))
        .isInstanceOf(DeviceLost.class)
        .hasMessageMatching(
            "'.*/firefox' did not start: it named no address within 1 s, saying: DevTools .*");
    assertThat(ProcessHandle.current().descendants())
        .noneMatch(process -> process.info().commandLine().orElse("").endsWith("sleep 60"));
  }

  @Test
  void startsNoneOnceItIsClosed() {
    List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
    LocalFirefoxes firefoxes = new LocalFirefoxes(TestSupply.create(), clock);
    firefoxes.close();

    assertThatThrownBy(() -> firefoxes.endpoint(Samples.FIREFOX))
        .isInstanceOf(DeviceLost.class)
        .hasMessage("no Firefox for 'firefox': the browsers have been ended");
    assertThat(started(before)).isEmpty();
  }

  private void starting(String script, Duration patience) throws Exception {
    Path program = Files.writeString(folder.resolve("firefox"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    try (LocalFirefoxes firefoxes = new LocalFirefoxes(new OneProgram(program), clock, patience)) {
      firefoxes.endpoint(Samples.FIREFOX);
    }
  }

  private static List<ProcessHandle> started(List<ProcessHandle> before) {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> !before.contains(process) && runs(process))
        .toList();
  }

  /** Zombies, whose parent is gone and whom nobody reaps, have no command any more. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }
}
