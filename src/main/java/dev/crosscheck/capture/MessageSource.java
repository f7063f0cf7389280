package dev.crosscheck.capture;

import dev.crosscheck.match.Pattern;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One way in which messages of a type travel.
 *
 * @param on the platforms on which they travel so, such as {@code web}; empty for all
 * @param where which of the decoded values are messages of the type
 * @param as what a scenario calls a field, and where it is found
 * @param id the place of the partner's own id: messages with one id count once
 * @param at the place of a time by which messages are ordered
 * @param ambient heartbeats and streams, which count for neither quiet nor order
 * @param leaving the lane batches longer than any deadline: messages may come by leaving
 */
public record MessageSource(
    Set<String> on,
    RequestPattern request,
    List<DecodeStep> decode,
    Optional<Pattern> where,
    Map<String, Field> as,
    Optional<String> id,
    Optional<String> at,
    boolean leaving,
    boolean ambient) {

  /** Whether messages travel so on this platform. */
  public boolean isOn(String platform) {
    return on.isEmpty() || on.contains(platform);
  }

  /** A field under another name. */
  public record Field(String path, Reading reading) {}

  /** How what stands at a place is read. */
  public enum Reading {
    /** As it is. */
    PLAIN,
    /** A text as the number that it spells. */
    NUMBER,
    /** A text as the JSON that it holds. */
    JSON
  }

  public MessageSource {
    on = Set.copyOf(on);
    decode = List.copyOf(decode);
    as = Collections.unmodifiableMap(new LinkedHashMap<>(as));
  }
}
