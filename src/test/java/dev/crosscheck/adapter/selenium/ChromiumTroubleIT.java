package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Pages that hang in Chromium, and its own death. */
class ChromiumTroubleIT extends BrowserTroubleContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.chromium();
  }

  @Test
  void aBrowserThatIsKilledIsLostThoughItsDriverDoesNotTell() throws Exception {
    List<ProcessHandle> before = children();
    Device other = lab.start();
    List<ProcessHandle> started =
        startedSince(before).stream().filter(process -> !isDriver(process)).toList();
    List<ProcessHandle> drivers = children().stream().filter(ChromiumTroubleIT::isDriver).toList();
    assertThat(drivers).isNotEmpty();
    try (Visit visit =
        Visit.open(lab.recorder(), other, lab.deploy(Scripts.partnerAnd(NEVER))).ready()) {
      CompletableFuture<Object> waiting =
          CompletableFuture.supplyAsync(() -> outcome(visit, Duration.ofMinutes(2)));
      visit.awaited("POST api.partner.test/asked");
      signal("-STOP", drivers);
      started.forEach(ProcessHandle::destroyForcibly);

      assertThat(waiting.get(3, TimeUnit.SECONDS))
          .isInstanceOf(DeviceLost.class)
          .asString()
          .contains("its process has ended");
      assertThat(other.isAlive()).isFalse();
    } finally {
      signal("-CONT", drivers);
      other.close();
    }
  }

  private static void signal(String signal, List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }
  }
}
