package dev.crosscheck;

import dev.crosscheck.verdict.Mismatch;
import dev.crosscheck.verdict.RowVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a whole run of the proof said of each flaw: a golden file, {@code {"DROPS_TRAITS": {"what":
 * …, "expected": …, "actual": …}}}.
 */
final class SeenMismatches {
  private static final Path FILE = Path.of("src/test/resources/golden/proof.json");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, JsonNode> byFlaw = new TreeMap<>();

  static SeenMismatches read() {
    SeenMismatches seen = new SeenMismatches();
    try {
      JSON.readTree(Files.readString(FILE))
          .properties()
          .forEach(flaw -> seen.byFlaw.put(flaw.getKey(), flaw.getValue()));
      return seen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first that the row told; where the session ended in it, why. */
  void put(Flaw flaw, RowVerdict row) {
    ObjectNode told = JSON.createObjectNode();
    if (row.mismatches().isEmpty()) {
      told.put("what", row.reason());
    } else {
      Mismatch first = row.mismatches().get(0);
      told.put("what", first.what())
          .put("expected", first.expected())
          .put("actual", first.actual());
    }
    byFlaw.put(flaw.name(), told);
  }

  Optional<String> what(Flaw flaw) {
    return of(flaw, "what");
  }

  Optional<String> of(Flaw flaw, String part) {
    return Optional.ofNullable(byFlaw.get(flaw.name()))
        .map(seen -> seen.path(part).asString(""))
        .filter(text -> !text.isEmpty());
  }

  void write() {
    ObjectNode all = JSON.createObjectNode();
    byFlaw.forEach(all::set);
    try {
      String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
      Files.writeString(FILE, text.lines().collect(Collectors.joining("\n", "", "\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
