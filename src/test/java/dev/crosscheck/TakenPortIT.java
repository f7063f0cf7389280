package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.proxy.OnePort;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.support.Family;
import dev.crosscheck.support.RealRun;
import dev.crosscheck.support.TinyProject;
import dev.crosscheck.verdict.Verdict;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cells whose recordings cannot have their port, once or ever, beside one that can, in one run. */
@Timeout(300)
class TakenPortIT {
  @TempDir static Path folder;
  private static ServerSocket taken;
  private static RealRun run;

  @BeforeAll
  static void runAll() throws Exception {
    taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    TinyProject project =
        TinyProject.in(folder)
            .plugin("portless", "")
            .scenario("portless", "always", TinyProject.ONE_ORDER)
            .scenario("portless", "once", TinyProject.ONE_ORDER)
            .neighbour();
    try (Recorder portless = OnePort.recorder(taken.getLocalPort())) {
      boolean[] was = new boolean[1];
      run =
          RealRun.of(
              project,
              1,
              (real, cell, answers, family) -> open(cell, real, portless, answers, was));
    }
  }

  private static Recording open(
      String cell, Recorder real, Recorder portless, Answers answers, boolean[] was) {
    boolean first = cell.contains("once") && !was[0];
    was[0] |= first;
    boolean without = first || cell.contains("always");
    return (without ? portless : real).open(cell, answers, Reach.LOOPBACK);
  }

  @AfterAll
  static void free() throws Exception {
    taken.close();
  }

  @Test
  void aPortThatIsTakenBreaksTheCell() {
    assertThat(run.verdict("portless/always"))
        .isInstanceOf(Verdict.Broken.class)
        .extracting(Verdict::reason)
        .isEqualTo(
            "port "
                + taken.getLocalPort()
                + " cannot be had on 127.0.0.1 to record '"
                + run.cell("portless/always").cell()
                + "': address already in use");
    assertThat(run.cell("portless/always").attempts()).isEqualTo(2);
  }

  @Test
  void aPortThatIsFreeAgainCostsAnAttempt() {
    assertThat(run.verdict("portless/once")).isInstanceOf(Verdict.Passed.class);
    assertThat(run.cell("portless/once").isFlaky()).isTrue();
  }

  @Test
  void theNeighbourIsGreen() {
    assertThat(run.verdict("neighbour/order")).isInstanceOf(Verdict.Passed.class);
    assertThat(run.cell("neighbour/order").attempts()).isEqualTo(1);
  }

  @Test
  void nothingIsLeft() {
    Family family = run.family();
    assertThat(family.sawBrowsers()).isTrue();
    assertThat(family.left()).isEmpty();
  }
}
