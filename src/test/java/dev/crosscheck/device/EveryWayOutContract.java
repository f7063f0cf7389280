package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That nothing which a page sends gets past the recording, but for what its engine drops. */
public abstract class EveryWayOutContract extends InLab<Lab> {
  /** The detail in which a device says what its engine itself may drop while a page is left. */
  private static final String DROPS = "dropsWhenLeft";

  private static final Map<String, String> WAYS =
      Map.of(
          "beacons", "leaving-beacon",
          "beacons of a page that gets hidden", "hidden-beacon",
          "fetch with keepalive", "leaving-keepalive",
          "fetch without keepalive", "leaving-fetch",
          "images", "leaving-image",
          "synchronous XMLHttpRequest", "leaving-xhr-sync",
          "WebSocket messages", "leaving-socket");

  @Test
  void losesNothingButWhatTheEngineItselfDrops() throws Exception {
    EveryWayOut page = new EveryWayOut();
    try (Visit visit = Visit.open(lab.recorder(), device, page.deployment())) {
      visit
          .recording()
          .await(capture -> EveryWayOut.came(capture).containsAll(EveryWayOut.OPEN), Visit.soon());
      assertThat(EveryWayOut.came(visit.recording().soFar())).containsAll(EveryWayOut.OPEN);

      Set<String> every =
          Stream.concat(EveryWayOut.OPEN.stream(), EveryWayOut.LEAVING.stream())
              .filter(way -> !mayDrop().contains(way))
              .collect(Collectors.toCollection(TreeSet::new));
      visit.session().leave(Visit.soon());
      // a busy engine takes its time; what it loses is lost for good
      visit
          .recording()
          .await(capture -> EveryWayOut.came(capture).containsAll(every), Visit.soon());
      Capture all = visit.recording().seal(Duration.ofMillis(500), exchange -> true, Visit.soon());
      assertThat(EveryWayOut.came(all)).containsAll(every).doesNotContain("trouble");
      assertThat(body(all, "/fetch-big")).hasSize(300_000);
      assertThat(body(all, "/fetch-binary")).containsExactly(0, 255, 128, 13, 10);
      assertThat(body(all, "/beacon")).isEqualTo("beacon".getBytes());
    }
  }

  /** What its facts say, and so what the report says. */
  private Set<String> mayDrop() {
    return Arrays.stream(device.facts().details().getOrDefault(DROPS, "").split(", "))
        .filter(words -> !words.isEmpty())
        .map(words -> Objects.requireNonNull(WAYS.get(words), words))
        .collect(Collectors.toSet());
  }

  private static byte[] body(Capture capture, String path) {
    Exchange sent =
        capture.exchanges().stream()
            .filter(exchange -> exchange.request().method().equals("POST"))
            .filter(exchange -> exchange.request().path().equals(path))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no body of " + path));
    return sent.request().body().bytes();
  }
}
