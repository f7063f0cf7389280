package dev.crosscheck.verdict;

import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.scenario.Expectation.Always;
import dev.crosscheck.scenario.Expectation.Always.What;
import dev.crosscheck.scenario.Row;
import java.util.Optional;
import java.util.Set;

/** What is not claimed on a device whose way out is not closed (truth 7). */
public final class NotClosed {
  /** What traffic that goes round the proxy could refute without being seen. */
  private static final Set<What> UNSEEN = Set.of(What.DECLARED_HOSTS, What.TLS);

  private NotClosed() {}

  /** In words that end a proof; empty where all that the device sends is recorded. */
  public static Optional<String> unclaimed(DeviceFacts device) {
    return device
        .notClosed()
        .map(
            why ->
                "seen through the proxy alone, for the network around the device is not closed ("
                    + why
                    + "): 'no undeclared host' and 'TLS only' are not claimed");
  }

  /** The same for a row that spells out one of these claims; empty for any other. */
  static Optional<String> unclaimed(Row row, DeviceFacts device) {
    boolean spells =
        row.expect().stream()
            .anyMatch(expected -> expected instanceof Always a && UNSEEN.contains(a.what()));
    return spells ? unclaimed(device) : Optional.empty();
  }
}
