package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** From a file's bytes to its one document, in the core schema of YAML 1.2. */
final class DocumentReader {
  private DocumentReader() {}

  /** Empty where there is no document that could be read; why has then been told. */
  static Optional<Cursor> read(byte[] bytes, Origin origin) {
    Optional<String> text = utf8(bytes, origin);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (!new EventCheck(origin).passes(text.get(), settings())) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings()).composeString(text.get());
      return root.filter(node -> new NodeCheck(origin).passes(node))
          .map(node -> new Cursor(node, origin, "the file"));
    } catch (MarkedYamlEngineException e) {
      notYaml(e, origin);
    } catch (YamlEngineException e) {
      origin.findings().error(Rule.NOT_YAML, origin.whole(), firstLine(e.getMessage()), "");
    }
    return Optional.empty();
  }

  private static LoadSettings settings() {
    return LoadSettings.builder()
        .setSchema(new CoreSchema())
        .setUseMarks(true)
        .setAllowDuplicateKeys(true) // told by NodeCheck, all of them
        .setAllowNonScalarKeys(true) // as are these
        .setMaxAliasesForCollections(EventCheck.MOST_ALIASES)
        .build();
  }

  private static void notYaml(MarkedYamlEngineException e, Origin origin) {
    origin
        .findings()
        .error(
            Rule.NOT_YAML,
            origin.at(e.getProblemMark().or(e::getContextMark)),
            firstLine(e.getProblem()),
            "check the indentation here, and put text that holds any of : # { } [ ] , & * ! | > % @"
                + " in quotes");
  }

  private static String firstLine(@Nullable String words) {
    return "this is not YAML: " + String.valueOf(words).lines().findFirst().orElse("");
  }

  private static Optional<String> utf8(byte[] bytes, Origin origin) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (decoder.decode(in, out, true).isError()) {
      String before = out.flip().toString();
      int line = (int) before.chars().filter(c -> c == '\n').count();
      int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
      origin
          .findings()
          .error(
              Rule.NOT_UTF8,
              new SourceLocation(origin.file(), line + 1, column + 1),
              String.format("byte 0x%02x is not UTF-8", bytes[in.position()]),
              "save the file as UTF-8");
      return Optional.empty();
    }
    String text = out.flip().toString();
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }
}
