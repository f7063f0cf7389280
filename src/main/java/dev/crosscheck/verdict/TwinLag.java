package dev.crosscheck.verdict;

import dev.crosscheck.capture.Message;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How late after the last call a twin's messages came: so late might those of its silent cell. */
public final class TwinLag {
  private TwinLag() {}

  /**
   * From Segment's last delivery, or where there is none the last acknowledgement, to the last
   * message that came before leaving; never negative. Of a stream, which ends only by leaving, what
   * came first counts.
   */
  public static Duration longest(Evidence twin) {
    return longest(new Trial(twin));
  }

  static Duration longest(Trial twin) {
    Instant from = lastDelivery(twin).or(() -> lastStep(twin)).orElse(twin.evidence().started());
    Set<String> begun = new HashSet<>();
    return twin.view().messages().stream()
        .filter(message -> begun.add(message.type()) || !message.ambient())
        .map(Message::at)
        .filter(at -> twin.evidence().left().map(at::isBefore).orElse(true))
        .map(at -> Duration.between(from, at))
        .filter(lag -> !lag.isNegative())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Optional<Instant> lastDelivery(Trial twin) {
    return twin.view().deliveries().stream().map(Message::at).max(Instant::compareTo);
  }

  private static Optional<Instant> lastStep(Trial twin) {
    return twin.evidence().steps().stream()
        .filter(step -> step.kind() == StepRecord.Kind.SCENARIO)
        .flatMap(step -> step.acknowledged().stream())
        .max(Instant::compareTo);
  }
}
