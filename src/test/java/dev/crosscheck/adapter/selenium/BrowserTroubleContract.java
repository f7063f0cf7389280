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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages that hang, browsers that die. */
abstract class BrowserTroubleContract extends InBrowser {
  private static final Pattern OWN_FOLDER = Pattern.compile("/[^=]*/crosscheck-\\d+");

  private static final String HANGS_IN_TRACK =
      Scripts.partnerAnd("crosscheckPlugin.track = () => { for (;;) {} };");

  static final String NEVER =
      """
      crosscheckPlugin.track = () => {
        fetch('https://api.partner.test/asked', {method: 'POST', body: '{}'});
        return new Promise(() => {});
      };
      """;

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
    String hangs =
        """
        const asked = new XMLHttpRequest();
        asked.open('GET', 'https://api.partner.test/asked', false);
        asked.send();
        for (;;) {}
        """;
    try (Visit hung = open(lab.deploy(hangs))) {
      hung.awaited("GET api.partner.test/asked");
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
    Device other = lab.start();
    List<ProcessHandle> started = startedSince(before);
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
        waiting.add(CompletableFuture.supplyAsync(() -> outcome(visit, Duration.ofMinutes(2))));
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
  void aBrowserThatHangsIsSeenAndCanBeEnded() throws Exception {
    List<ProcessHandle> before = children();
    Device other = lab.start();
    List<ProcessHandle> started = startedSince(before);
    assertThat(other.isAlive()).isTrue();
    for (ProcessHandle process : started) {
      new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
    }

    assertThat(other.isAlive()).isFalse();
    other.close();

    assertThat(started).noneMatch(BrowserTroubleContract::runs);
  }

  @Test
  void aPageThatCrashesHarmsNobodyElse() throws Exception {
    List<ProcessHandle> before = children();
    try (Visit neighbour = visit(Scripts.PARTNER)) {
      List<ProcessHandle> others = children();
      try (Visit crashing = visit(Scripts.partnerAnd(NEVER))) {
        CompletableFuture<Object> waiting =
            CompletableFuture.supplyAsync(() -> outcome(crashing, Duration.ofSeconds(3)));
        crashing.awaited("POST api.partner.test/asked");
        List<ProcessHandle> pages = new ArrayList<>(children());
        pages.removeAll(before);
        pages.removeAll(others);
        pages.forEach(ProcessHandle::destroyForcibly);

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isInstanceOf(StepNotTaken.class);
      }
      neighbour.perform(Samples.track("Fine"));
    }
    assertThat(device.isAlive()).isTrue();
  }

  @Test
  void leavesNoProcessAndNoFolder() throws Exception {
    List<ProcessHandle> before = children();
    BrowserLab own = furnish();
    Device other = own.start();
    Visit visit = Visit.open(own.recorder(), other, own.deploy(Scripts.PARTNER)).ready();
    List<ProcessHandle> started = startedSince(before);
    assertThat(started).hasSizeGreaterThan(3);
    Path folder = folderOf(started);
    assertThat(folder).isDirectory();

    own.close();
    visit.close();

    assertThat(started).noneMatch(BrowserTroubleContract::runs);
    assertThat(folder).doesNotExist();
  }

  static Object outcome(Visit visit, Duration patience) {
    try {
      return visit.session().perform((Step.OnDevice) Samples.track("Stuck"), Visit.in(patience));
    } catch (Exception e) {
      return e;
    }
  }

  static List<ProcessHandle> children() {
    return ProcessHandle.current().descendants().toList();
  }

  /**
   * Those that were not there before. A browser that was, and starts a process for the page that
   * may come next whenever it has time for that, started none of them.
   */
  static List<ProcessHandle> startedSince(List<ProcessHandle> before) {
    return children().stream()
        .filter(process -> !before.contains(process))
        .filter(
            process ->
                ancestorIn(before, process).map(BrowserTroubleContract::isDriver).orElse(true))
        .toList();
  }

  private static Optional<ProcessHandle> ancestorIn(
      List<ProcessHandle> before, ProcessHandle process) {
    return Stream.iterate(
            process.parent(), Optional::isPresent, next -> next.flatMap(ProcessHandle::parent))
        .flatMap(Optional::stream)
        .filter(before::contains)
        .findFirst();
  }

  /** Chromium's, which all browsers share. */
  static boolean isDriver(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("chromedriver");
  }

  /** Zombies, whose parent is gone and whom nobody reaps, have no command any more. */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** What a browser and its driver write goes there. */
  private static Path folderOf(List<ProcessHandle> started) {
    return started.stream()
        .flatMap(process -> Stream.of(process.info().arguments().orElse(new String[0])))
        .map(OWN_FOLDER::matcher)
        .filter(Matcher::find)
        .map(found -> Path.of(found.group()))
        .findFirst()
        .orElseThrow();
  }
}
