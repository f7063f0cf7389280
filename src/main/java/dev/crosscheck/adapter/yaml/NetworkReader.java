package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.Network;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how hosts are reached from a step on: {@code offline}, or {@code {is: refused, to: …}}. */
final class NetworkReader {
  private static final Map<String, Network> WORDS = words();

  private static final Pattern BANDWIDTH = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(B|kB|MB)/s");
  private static final Map<String, Integer> BYTES = Map.of("B", 1, "kB", 1_000, "MB", 1_000_000);

  private NetworkReader() {}

  private static Map<String, Network> words() {
    Map<String, Network> words = new LinkedHashMap<>();
    for (Network network :
        List.of(
            Network.ONLINE,
            Network.OFFLINE,
            Network.SLOW,
            new Network.Refused(),
            new Network.NoSuchHost(),
            new Network.TlsFailure())) {
      words.put(network.describe(), network);
    }
    return words;
  }

  static Optional<Step> read(SourceLocation at, Cursor value) {
    if (value.value("is").isEmpty() && value.value("to").isEmpty()) {
      return network(value).map(network -> new Step.SetNetwork(at, network, Optional.empty()));
    }
    Optional<Fields> fields = value.fields(Shape.NETWORK_TO);
    Optional<Network> network = fields.flatMap(f -> f.read("is", NetworkReader::network));
    Optional<String> hosts = fields.flatMap(f -> f.read("to", HostNotation::some));
    return network.flatMap(is -> hosts.map(to -> new Step.SetNetwork(at, is, Optional.of(to))));
  }

  private static Optional<Network> network(Cursor value) {
    if (!value.isMap()) {
      return value.word(WORDS.keySet()).map(WORDS::get);
    }
    return value
        .fields(Shape.SLOW_NETWORK)
        .flatMap(fields -> fields.read("slow", slow -> slow.fields(Shape.SLOWNESS)))
        .flatMap(NetworkReader::slow);
  }

  private static Optional<Network> slow(Fields fields) {
    if (!fields.has("latency") && !fields.has("bandwidth")) {
      fields.map().error(Rule.MISSING_KEY, "'slow' has neither 'latency' nor 'bandwidth'", "");
      return Optional.empty();
    }
    Optional<Duration> latency = fields.read("latency", DurationNotation::read);
    Optional<Long> bandwidth = fields.read("bandwidth", NetworkReader::bandwidth);
    boolean sound =
        latency.isPresent() == fields.has("latency")
            && bandwidth.isPresent() == fields.has("bandwidth");
    return sound
        ? Optional.of(new Network.Slow(latency.orElse(Duration.ZERO), bandwidth.orElse(0L)))
        : Optional.empty();
  }

  /** In bytes a second. */
  private static Optional<Long> bandwidth(Cursor value) {
    Matcher matcher = BANDWIDTH.matcher(value.raw().orElse(""));
    long bytes =
        matcher.matches()
            ? new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(BYTES.getOrDefault(matcher.group(2), 1)))
                .longValue()
            : 0;
    return bytes > 0 ? Optional.of(bytes) : value.wrong("bytes a second, such as 50kB/s or 1MB/s");
  }
}
