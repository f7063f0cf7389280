package dev.crosscheck.capture;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What was there to be read in one exchange, and what of it no type has read. */
final class Leftovers {
  /** Stands for the request itself, beside the numbers of a WebSocket's frames. */
  static final int REQUEST = -1;

  private final Map<Integer, Part> parts = new TreeMap<>();

  private static final class Part {
    private final Instant at;
    private final Set<List<DecodeStep>> chains = new HashSet<>();
    private final Map<Integer, SourceReader.Read> passedOver = new TreeMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private boolean failed;

    private Part(Instant at) {
      this.at = at;
    }

    /** Values of several chains cannot be told apart by their places: then one is enough. */
    private List<SourceReader.Read> left() {
      if (failed || chains.size() > 1 && !taken.isEmpty()) {
        return List.of();
      }
      return passedOver.values().stream()
          .filter(value -> !taken.contains(value.element()))
          .limit(chains.size() > 1 ? 1 : Long.MAX_VALUE)
          .toList();
    }
  }

  void read(int part, Instant at, List<DecodeStep> chain, List<SourceReader.Read> values) {
    Part here = part(part, at);
    here.chains.add(chain);
    for (SourceReader.Read value : values) {
      if (value.wanted()) {
        here.taken.add(value.element());
      } else {
        here.passedOver.putIfAbsent(value.element(), value);
      }
    }
  }

  /** What a type could not read is told as that. */
  void failed(int part, Instant at) {
    part(part, at).failed = true;
  }

  private Part part(int number, Instant at) {
    return parts.computeIfAbsent(number, n -> new Part(at));
  }

  /** As messages of no type. */
  List<Message> left(int exchange) {
    return parts.values().stream()
        .flatMap(part -> part.left().stream().map(value -> message(exchange, part.at, value)))
        .toList();
  }

  private static Message message(int exchange, Instant at, SourceReader.Read value) {
    return new Message(
        "",
        "",
        exchange,
        value.element(),
        List.of(),
        value.content(),
        value.textual(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        at);
  }
}
