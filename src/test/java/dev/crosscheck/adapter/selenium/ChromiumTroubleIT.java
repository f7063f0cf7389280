package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Pages that hang, browsers that die. */
class ChromiumTroubleIT extends InChromium {
  private static final String HANGS_IN_TRACK =
      Scripts.partnerAnd("crosscheckPlugin.track = () => { for (;;) {} };");

  @Test
  void aPageThatHangsHarmsNobodyElse() throws Exception {
    try (Visit neighbour = visit(Scripts.PARTNER)) {
      try (Visit hung = visit(HANGS_IN_TRACK)) {
        assertThatThrownBy(
                () ->
                    hung.session()
                        .perform(
                            (Step.OnDevice) Samples.track("Hang"),
                            Visit.in(Duration.ofMillis(800))))
            .isInstanceOf(StepNotTaken.class)
            .hasMessageContaining("'track Hang'")
            .hasMessageContaining("a script on it does not end");
        neighbour.perform(Samples.track("Meanwhile"));
      }
      neighbour.perform(Samples.track("Afterwards"));
      assertThat(neighbour.awaited("POST api.partner.test/track", 2)).hasSize(2);
    }
    assertThat(device.isAlive()).isTrue();
  }

  @Test
  void aBundleThatHangsIsNotReady() {
    try (Visit hung = open(lab.deploy("for (;;) {}"))) {
      assertThatThrownBy(() -> hung.session().ready(Visit.in(Duration.ofSeconds(1))))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining("a script on it does not end");
    }
    assertThat(device.isAlive()).isTrue();
  }

  @Test
  void aHungPageCanBeLeft() throws Exception {
    try (Visit hung = visit(HANGS_IN_TRACK)) {
      assertThatThrownBy(
              () ->
                  hung.session()
                      .perform(
                          (Step.OnDevice) Samples.track("Hang"), Visit.in(Duration.ofMillis(500))))
          .isInstanceOf(StepNotTaken.class);
      hung.session().leave(Visit.soon());
    }
  }

  @Test
  void aBrowserThatIsKilledIsLostToEverySessionAtOnce() throws Exception {
    List<ProcessHandle> before = children();
    Device other = lab.start(Samples.CHROMIUM);
    List<ProcessHandle> started = new ArrayList<>(children());
    started.removeAll(before);
    List<Visit> visits = new ArrayList<>();
    try {
      List<CompletableFuture<Object>> waiting = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Visit visit =
            Visit.open(
                lab.recorder(),
                other,
                lab.deploy(
                    Scripts.partnerAnd("crosscheckPlugin.track = () => new Promise(() => {})")));
        visits.add(visit.ready());
        waiting.add(CompletableFuture.supplyAsync(() -> outcome(visit)));
      }
      started.forEach(ProcessHandle::destroyForcibly);

      for (CompletableFuture<Object> outcome : waiting) {
        assertThat(outcome.get(3, TimeUnit.SECONDS)).isInstanceOf(DeviceLost.class);
      }
      assertThat(other.isAlive()).isFalse();
      try (Visit unharmed = visit(Scripts.PARTNER)) {
        unharmed.perform(Samples.track("Fine"));
      }
    } finally {
      visits.forEach(Visit::close);
      other.close();
    }
  }

  @Test
  void leavesNoProcessAndNoFolder() throws Exception {
    List<ProcessHandle> before = children();
    List<String> folders = folders();
    ChromiumLab own = new ChromiumLab();
    Device other = own.start(Samples.CHROMIUM);
    Visit visit = Visit.open(own.recorder(), other, own.deploy(Scripts.PARTNER)).ready();
    assertThat(children()).hasSizeGreaterThan(before.size() + 3);
    assertThat(folders()).hasSizeGreaterThan(folders.size());
    List<ProcessHandle> started = new ArrayList<>(children());
    started.removeAll(before);

    own.close();
    visit.close();

    assertThat(started).noneMatch(ChromiumTroubleIT::runs);
    assertThat(folders()).isEqualTo(folders);
  }

  private static Object outcome(Visit visit) {
    try {
      return visit
          .session()
          .perform((Step.OnDevice) Samples.track("Stuck"), Visit.in(Duration.ofMinutes(2)));
    } catch (Exception e) {
      return e;
    }
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current().descendants().toList();
  }

  /** Zombies, whose parent is gone and whom nobody reaps, have no command any more. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static List<String> folders() throws java.io.IOException {
    try (var files =
        java.nio.file.Files.list(java.nio.file.Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("crosscheck-") || name.contains("org.chromium"))
          .sorted()
          .toList();
    }
  }
}
