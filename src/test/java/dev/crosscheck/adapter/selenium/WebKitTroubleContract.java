package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The same where every session has a browser of its own: what is lost is lost to one. */
abstract class WebKitTroubleContract extends BrowserTroubleContract {

  /** The driver's, the browser's or the display's file name. */
  abstract String browser();

  abstract String driver();

  @Test
  @Override
  void aBrowserThatIsKilledIsLostToEverySessionAtOnce() throws Exception {
    isLostAlone(process -> runs(process, browser()), "page crash or hang");
  }

  @Test
  void aDriverThatIsKilledIsLostAtOnceAndItsBrowserEnds() throws Exception {
    List<ProcessHandle> browsers =
        isLostAlone(process -> runs(process, driver()), driver() + " ended with status 137");

    assertThat(browsers).noneMatch(BrowserTroubleContract::runs);
  }

  @Test
  @Override
  void aPageThatCrashesHarmsNobodyElse() throws Exception {
    isLostAlone(process -> runs(process, "WebProcess"), "page crash or hang");
  }

  @Test
  @Override
  void aBrowserThatHangsIsSeenAndCanBeEnded() throws Exception {
    List<ProcessHandle> before = children();
    Visit visit = visit(Scripts.PARTNER);
    List<ProcessHandle> own = startedSince(before);
    for (ProcessHandle process : own) {
      new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
    }
    Step.OnDevice step = (Step.OnDevice) Samples.track("Stuck");
    assertThatThrownBy(() -> visit.session().perform(step, Visit.in(Duration.ofMillis(500))))
        .isInstanceOf(StepNotTaken.class)
        .hasMessageContaining("does not answer");
    assertThat(visit.session().isAlive()).isFalse();
    visit.close();

    assertThat(own).noneMatch(BrowserTroubleContract::runs);
    try (Visit next = visit(Scripts.PARTNER)) {
      next.perform(Samples.track("Fine"));
    }
  }

  /** Kills some of a session's processes while a step waits; returns all of them, once it ended. */
  List<ProcessHandle> isLostAlone(Predicate<ProcessHandle> killed, String reason) throws Exception {
    List<ProcessHandle> own;
    try (Visit neighbour = visit(Scripts.PARTNER)) {
      List<ProcessHandle> before = children();
      try (Visit visit = visit(Scripts.partnerAnd(NEVER))) {
        CompletableFuture<Object> waiting =
            CompletableFuture.supplyAsync(() -> outcome(visit, Duration.ofSeconds(60)));
        visit.awaited("POST api.partner.test/asked");
        own = startedSince(before);
        List<ProcessHandle> victims = own.stream().filter(killed).toList();
        assertThat(victims).isNotEmpty();
        victims.forEach(ProcessHandle::destroyForcibly);

        assertThat(waiting.get(5, TimeUnit.SECONDS))
            .isInstanceOf(DeviceLost.class)
            .asString()
            .contains(reason);
        assertThat(visit.session().isAlive()).isFalse();
      }
      neighbour.perform(Samples.track("Fine"));
    }
    assertThat(device.isAlive()).isTrue();
    return own;
  }

  static boolean runs(ProcessHandle process, String program) {
    return process.info().command().filter(file -> file.endsWith(program)).isPresent();
  }
}
