package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** WPE WebKit in trouble. */
class WpeTroubleIT extends WebKitTroubleContract {

  /** A driver of 2022 tells only those who ask afterwards, so a step waits until its deadline. */
  @Test
  @Override
  void aPageThatCrashesHarmsNobodyElse() throws Exception {
    try (Visit neighbour = visit(Scripts.PARTNER)) {
      List<ProcessHandle> before = children();
      try (Visit visit = visit(Scripts.partnerAnd(NEVER))) {
        CompletableFuture<Object> waiting =
            CompletableFuture.supplyAsync(() -> outcome(visit, Duration.ofSeconds(5)));
        visit.awaited("POST api.partner.test/asked");
        children().stream()
            .filter(process -> !before.contains(process) && runs(process, "WPEWebProcess"))
            .forEach(ProcessHandle::destroyForcibly);

        assertThat(waiting.get(15, TimeUnit.SECONDS))
            .isInstanceOf(StepNotTaken.class)
            .asString()
            .contains("the browser is gone");
        assertThat(visit.session().isAlive()).isFalse();
      }
      neighbour.perform(Samples.track("Fine"));
    }
  }

  @Override
  protected BrowserLab furnish() {
    return BrowserLab.wpe();
  }

  @Override
  String browser() {
    return "cog";
  }

  @Override
  String driver() {
    return "WPEWebDriver";
  }
}
