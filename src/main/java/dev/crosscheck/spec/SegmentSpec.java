package dev.crosscheck.spec;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the Segment Spec says of events: which fields there are, of which types. It knows nothing of
 * SDKs, nor of how an event comes about; an event is JSON in the shape in which it is delivered to
 * Segment, whole or in part.
 *
 * @see <a href="https://segment.com/docs/connections/spec/">Segment Spec</a>
 */
public final class SegmentSpec {
  private static final SegmentSpec PUBLISHED = SpecResource.read();

  private final Map<String, SpecField> common;
  private final Map<SpecCall, Map<String, SpecField>> calls;
  private final Map<String, SemanticEvent> events;

  SegmentSpec(
      Map<String, SpecField> common,
      Map<SpecCall, Map<String, SpecField>> calls,
      Map<String, SemanticEvent> events) {
    this.common = common;
    this.calls = calls;
    this.events = events;
  }

  /** The Spec as Segment has published it. */
  public static SegmentSpec published() {
    return PUBLISHED;
  }

  /** The semantic events, in the order of the Spec's pages. */
  public Collection<SemanticEvent> events() {
    return Collections.unmodifiableCollection(events.values());
  }

  /** The semantic event of exactly this name. */
  public Optional<SemanticEvent> event(String name) {
    return Optional.ofNullable(events.get(name));
  }

  /** The semantic event that a name nearly is; empty for its own name, and for one of no other. */
  public Optional<String> meant(String name) {
    return events.containsKey(name) ? Optional.empty() : Spelling.event(name, events.keySet());
  }

  /** The fields of a call, from the top: the common ones, its own, its reserved traits. */
  public Map<String, SpecField> fields(SpecCall call) {
    return Collections.unmodifiableMap(calls.getOrDefault(call, common));
  }

  /**
   * How an event is not as the Spec has it, as far as it goes: what is not there is not missed.
   *
   * @param event with {@code type}, and what was given of the rest
   */
  public List<Departure> check(JsonNode event) {
    return new Inspection(this, event).departures();
  }

  /**
   * How the fields of an event that was delivered to Segment are not as the Spec has them, with
   * those that every event has. Names are not looked at.
   */
  public List<Departure> checkDelivered(JsonNode event) {
    return new Inspection(this, event).ofDelivery();
  }

  /** The fields of an event of this type and name; the common ones where they say nothing. */
  Map<String, SpecField> fields(Optional<SpecCall> call, Optional<SemanticEvent> event) {
    Map<String, SpecField> fields = call.map(this::fields).orElse(common);
    return event.map(known -> SpecField.together(fields, known.fields())).orElse(fields);
  }

  /** The address of a page of the Spec. */
  static String page(String name) {
    return "https://segment.com/docs/connections/spec/" + name + "/";
  }
}
