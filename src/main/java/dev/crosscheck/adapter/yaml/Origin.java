package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * The file that is being read, and where its findings go.
 *
 * @param file as findings name it: relative to the project, with {@code /}
 */
record Origin(String file, Findings findings) {
  SourceLocation whole() {
    return SourceLocation.of(file);
  }

  SourceLocation at(Optional<Mark> mark) {
    return mark.map(m -> new SourceLocation(file, m.getLine() + 1, m.getColumn() + 1))
        .orElseGet(this::whole);
  }
}
