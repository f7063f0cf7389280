package dev.crosscheck.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A cell on Chromium against the same page, plugin, calls and checks written by hand with
 * playwright-core: a warm browser, a new user, a HAR with bodies, a screenshot, to the partner's
 * last answer and everything on disk. Run by name: {@code mvn test -Dtest=PlaywrightBenchmark}.
 */
@ExtendWith(TestSupply.class)
class PlaywrightBenchmark {
  private static final int WARM_UP = Integer.getInteger("benchmark.warmUp", 12);
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 30);

  /** Who does the work. */
  private enum Way {
    /** By hand; the answers come from routes, inside Playwright. */
    BY_ROUTES,
    /** By hand; the answers come from Crosscheck's own recorder, by which the context goes. */
    BY_PROXY,
    UNSEALED,
    SEALED
  }

  @TempDir Path folder;

  @Test
  void measure(Supply supply) throws Exception {
    try (WarmProject project = new WarmProject(supply, folder.resolve("reports"))) {
      CellResult first = crosscheck(project, WarmProject.OPEN);
      Path attempt = folder.resolve("reports").resolve(first.stored().orElseThrow().folder());
      Path answers = Files.copy(attempt.resolve("capture.har"), folder.resolve("answers.har"));
      BufferedImage window = ImageIO.read(attempt.resolve("screenshot.png").toFile());
      try (ByHand byHand = ByHand.start(supply, answers, window.getWidth(), window.getHeight())) {
        Map<Way, List<Double>> times = new EnumMap<>(Way.class);
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
          List<Way> order = new ArrayList<>(List.of(Way.values()));
          if (round % 2 == 1) {
            Collections.reverse(order);
          }
          for (Way way : order) {
            double time = time(way, project, byHand);
            if (round >= WARM_UP) {
              times.computeIfAbsent(way, w -> new ArrayList<>()).add(time);
            }
          }
        }
        report(times);
      }
    }
  }

  private double time(Way way, WarmProject project, ByHand byHand) throws Exception {
    return switch (way) {
      case BY_ROUTES -> byHand(byHand, Optional.empty());
      case BY_PROXY -> byProxy(project, byHand);
      case UNSEALED -> millis(crosscheck(project, WarmProject.OPEN));
      case SEALED -> millis(crosscheck(project, WarmProject.SEALED));
    };
  }

  private static CellResult crosscheck(WarmProject project, String scenario) {
    return project.run("chromium", scenario, 1, 1).cells().get(0);
  }

  private static double millis(CellResult cell) {
    return cell.duration().toNanos() / 1e6;
  }

  private double byProxy(WarmProject project, ByHand byHand) throws Exception {
    Deployment page = project.page();
    try (Recording recording = project.recorder().open("by hand", page.answers(), Reach.LOOPBACK)) {
      return byHand(byHand, Optional.of(recording));
    }
  }

  /** What it leaves is looked at outside of its time. */
  private double byHand(ByHand byHand, Optional<Recording> via) throws Exception {
    Path har = folder.resolve("by-hand.har");
    Path screenshot = folder.resolve("by-hand.png");
    Files.deleteIfExists(har);
    Files.deleteIfExists(screenshot);
    double time = byHand.cell(via.map(Recording::address), har, screenshot);
    assertThat(Files.size(screenshot)).isPositive();
    assertThat(sentToPartner(har)).isEqualTo(2);
    return time;
  }

  /** How many of a HAR's entries are what the plugin posted, and whose answers have bodies. */
  private static int sentToPartner(Path har) throws Exception {
    int sent = 0;
    for (JsonNode entry : new JsonMapper().readTree(Files.readString(har)).at("/log/entries")) {
      JsonNode request = entry.path("request");
      if (request.path("method").asString("").equals("POST")
          && request.path("url").asString("").startsWith("https://api.partner.test/")
          && request.at("/postData/text").asString("").contains("u-42")
          && entry.at("/response/content/text").asString("").equals("{}")) {
        sent++;
      }
    }
    return sent;
  }

  private static void report(Map<Way, List<Double>> times) {
    Map<Way, Figures> figures = new EnumMap<>(Way.class);
    times.forEach((way, values) -> figures.put(way, Figures.of(values)));
    figures.forEach(
        (way, each) ->
            System.out.printf(
                "%-9s median %4.0f ms, 90th percentile %4.0f, least %4.0f (%d cells)%n",
                way.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                each.median(),
                each.quantile(0.9),
                each.sorted()[0],
                each.sorted().length));
    for (Way ours : List.of(Way.UNSEALED, Way.SEALED)) {
      for (Way theirs : List.of(Way.BY_ROUTES, Way.BY_PROXY)) {
        System.out.printf(
            "ratio of medians, %s to %s: %.2f%n",
            ours.name().toLowerCase(java.util.Locale.ROOT),
            theirs.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
            figures.get(ours).median() / figures.get(theirs).median());
      }
    }
  }
}
