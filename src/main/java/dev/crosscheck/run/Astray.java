package dev.crosscheck.run;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.scenario.HostPage;
import java.util.List;
import java.util.Optional;

/**
 * Tells a recording that nothing could come to: on a device whose network is not ours the app alone
 * leads its traffic here, and one that does not looks like one that is silent. An SDK asks at least
 * for its settings.
 */
final class Astray {
  private static final String WHY =
      "the SDK took the steps, and nothing at all came to the app's port: its traffic goes another"
          + " way than by the proxy of its launch arguments";

  private Astray() {}

  /**
   * @param records of the steps
   * @param capture all that came; what our own probe asked for counts for nothing
   */
  static Optional<Trouble> of(DeviceSpec device, List<StepRecord> records, Capture capture) {
    boolean isTaken = records.stream().anyMatch(record -> record.messageId().isPresent());
    boolean isEmpty =
        capture.attempts().isEmpty()
            && capture.exchanges().stream()
                .allMatch(exchange -> exchange.request().host().equals(HostPage.HOST));
    return device.isLedByItsApp() && isTaken && isEmpty
        ? Optional.of(Trouble.harness(WHY))
        : Optional.empty();
  }
}
