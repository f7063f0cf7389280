package dev.crosscheck.adapter.archive;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crosscheck.capture.Inert;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the archive has it: what is read is what was written, and looks the same everywhere. */
final class ArchiveJson {
  /** Far beyond what anything writes here, yet an end for a file that somebody made. */
  private static final int DEPTH = 5_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(factory())
          .annotationIntrospector(new KindIntrospector())
          .addModule(new BodyModule())
          // Records are their components; what they answer besides is not stored.
          .changeDefaultVisibility(
              v ->
                  v.withFieldVisibility(Visibility.ANY)
                      .withGetterVisibility(Visibility.NONE)
                      .withIsGetterVisibility(Visibility.NONE))
          .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .defaultPrettyPrinter(printer())
          .build();

  private ArchiveJson() {}

  static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxNumberLength(1_000_000)
                .build())
        .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
        .build();
  }

  static DefaultPrettyPrinter printer() {
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
        .withArrayIndenter(new DefaultIndenter("  ", "\n"));
  }

  static JsonMapper mapper() {
    return MAPPER;
  }

  /** Pretty, in the order of the records' components, with a line feed at the end. */
  static byte[] write(Object value) {
    String json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    return (Inert.json(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static <T> T read(byte[] json, Class<T> type) {
    // As characters: reading bytes, Jackson refuses lone surrogates in names.
    return MAPPER.readValue(new String(json, StandardCharsets.UTF_8), type);
  }
}
