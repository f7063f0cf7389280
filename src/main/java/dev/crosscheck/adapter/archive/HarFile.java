package dev.crosscheck.adapter.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.sstoehr.harreader.HarReader;
import de.sstoehr.harreader.HarReaderException;
import de.sstoehr.harreader.HarReaderMode;
import de.sstoehr.harreader.HarWriter;
import de.sstoehr.harreader.HarWriterException;
import de.sstoehr.harreader.jackson.MapperFactory;
import de.sstoehr.harreader.model.Har;
import de.sstoehr.harreader.model.HarCreatorBrowser;
import de.sstoehr.harreader.model.HarLog;
import de.sstoehr.harreader.model.HarPostData;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Inert;
import dev.crosscheck.device.DeviceFacts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A capture as an HTTP archive that browsers and their tools open. What HAR 1.2 has no place for
 * stands in fields with an underscore, so reading gives back the same capture.
 *
 * @see <a href="http://www.softwareishard.com/blog/har-12-spec/">HAR 1.2</a>
 */
final class HarFile {
  private static final String ATTEMPTS = "_attempts";

  private HarFile() {}

  static byte[] write(Capture capture, DeviceFacts device) {
    HarLog log =
        HarLog.builder()
            .version("1.2")
            .creator(new HarCreatorBrowser("Crosscheck", version(), null, Map.of()))
            .browser(new HarCreatorBrowser(device.name(), device.version(), null, Map.of()))
            .pages(List.of())
            .entries(capture.exchanges().stream().map(HarEntries::of).toList())
            .additional(
                Map.of(ATTEMPTS, capture.attempts().stream().map(HarFile::attempt).toList()))
            .build();
    try {
      String json = new HarWriter(new Mapping()).writeAsString(new Har(log));
      return (Inert.json(json) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (HarWriterException e) {
      throw new IllegalStateException("a capture that cannot be written as HAR", e);
    }
  }

  static Capture read(byte[] har) {
    try {
      HarLog log =
          new HarReader(new Mapping())
              .readFromString(new String(har, StandardCharsets.UTF_8))
              .log();
      List<Exchange> exchanges = log.entries().stream().map(HarExchanges::of).toList();
      return new Capture(
          exchanges, HarFields.list(log.additional(), ATTEMPTS).stream().map(HarFile::of).toList());
    } catch (HarReaderException e) {
      throw new IllegalArgumentException("no HAR of Crosscheck: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> attempt(ConnectionAttempt attempt) {
    return HarFields.of(
        "at", attempt.at().toString(), "host", attempt.host(), "trouble", attempt.trouble());
  }

  private static ConnectionAttempt of(Map<String, Object> fields) {
    return new ConnectionAttempt(
        Instant.parse(HarFields.text(fields, "at")),
        HarFields.text(fields, "host"),
        HarFields.text(fields, "trouble"));
  }

  private static String version() {
    return Optional.ofNullable(HarFile.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  private static final class Mapping implements MapperFactory {
    private static final ObjectMapper MAPPER =
        JsonMapper.builder(ArchiveJson.factory())
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                HarPostData.class,
                o ->
                    o.setIncludeAsProperty(
                        JsonInclude.Value.empty()
                            .withValueInclusion(JsonInclude.Include.CUSTOM)
                            .withValueFilter(NoBody.class)))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(ArchiveJson.printer())
            .build();

    @Override
    public ObjectMapper instance(HarReaderMode mode) {
      return MAPPER;
    }

    @Override
    public ObjectMapper instance() {
      return MAPPER;
    }
  }

  /** Equal to what har-reader puts where there is no body; HAR wants nothing there. */
  static final class NoBody {
    @Override
    public boolean equals(Object value) {
      return value == null || value instanceof HarPostData data && data.text() == null;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }
}
