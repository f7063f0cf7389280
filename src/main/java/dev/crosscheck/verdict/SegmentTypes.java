package dev.crosscheck.verdict;

import dev.crosscheck.capture.DecodeStep;
import dev.crosscheck.capture.Glob;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.MessageSource;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.scenario.HostPage;
import dev.crosscheck.spec.SpecCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is read from every cell, whatever its plugin: the SDK's own deliveries to Segment, and the
 * events as the built-in spectator destination got them.
 */
public final class SegmentTypes {
  /** An event as the SDK delivered it to Segment; the name by which references speak of it. */
  public static final String SEGMENT = "segment";

  /** An event as the spectator got it, after everything that may have changed it. */
  public static final String SPECTATOR = "spectator";

  private static final Set<String> SETTINGS = Set.of("cdn.segment.com", "cdn-settings.segment.com");
  private static final String API = "api.segment.io";
  private static final String SPECTATOR_PATH = "/crosscheck/spectator";

  private SegmentTypes() {}

  static List<MessageType> all() {
    return List.of(
        new MessageType(SEGMENT, SEGMENT, deliveries(), Optional.empty()),
        new MessageType(SPECTATOR, SPECTATOR, List.of(spectator()), Optional.empty()));
  }

  /** Whether the SDK asks for the source's settings, without which no plugin may act. */
  static boolean isSettings(HttpRequest request) {
    return SETTINGS.contains(request.host())
        && Glob.matches("/v1/projects/*/settings", request.path())
        && !request.isPreflight();
  }

  private static List<MessageSource> deliveries() {
    List<MessageSource> sources = new ArrayList<>();
    DecodeStep gunzip = new DecodeStep.Maybe(new DecodeStep.Gunzip());
    DecodeStep json = new DecodeStep.Json();
    for (SpecCall call : SpecCall.values()) {
      sources.add(delivery("/v1/" + call.path(), List.of(gunzip, json)));
    }
    List<DecodeStep> batch =
        List.of(gunzip, json, new DecodeStep.At("batch"), new DecodeStep.Each());
    for (String path : List.of("b", "batch", "import")) {
      sources.add(delivery("/v1/" + path, batch));
    }
    return sources;
  }

  /** A delivery that is retried has the same messageId. */
  private static MessageSource delivery(String path, List<DecodeStep> decode) {
    return source(API, path, decode, Optional.of("messageId"));
  }

  private static MessageSource spectator() {
    List<DecodeStep> decode = List.of(new DecodeStep.Json());
    return source(HostPage.HOST, SPECTATOR_PATH, decode, Optional.empty());
  }

  private static MessageSource source(
      String host, String path, List<DecodeStep> decode, Optional<String> id) {
    return new MessageSource(
        Set.of(),
        new RequestPattern("POST", host, path),
        decode,
        Optional.empty(),
        Map.of(),
        id,
        Optional.empty(),
        false,
        false);
  }
}
