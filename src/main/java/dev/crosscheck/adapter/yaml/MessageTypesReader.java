package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.MessageSource;
import dev.crosscheck.capture.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the message types of plugin.yaml: a map by name, each with one source or a list of them.
 */
final class MessageTypesReader {
  /** Words that mean something else where a type may stand. */
  static final List<String> RESERVED =
      List.of("segment", "request", "spectator", "nothing", "order");

  private final MessageSourceReader sources;
  private final SentinelReader sentinels;

  /**
   * @param hosts of the partner, against which the sources' hosts are held
   */
  MessageTypesReader(List<String> hosts, SentinelReader sentinels) {
    this.sources = new MessageSourceReader(hosts);
    this.sentinels = sentinels;
  }

  /** The names that a messages map declares; empty where it is no map. */
  static Optional<List<String>> names(Cursor messages) {
    return messages.isMap()
        ? Optional.of(messages.entries().stream().map(Cursor.Entry::key).toList())
        : Optional.empty();
  }

  List<MessageType> read(Cursor messages) {
    List<MessageType> types = new ArrayList<>();
    for (Cursor.Entry entry : messages.entries()) {
      checkName(entry);
      types.add(type(entry));
    }
    return types;
  }

  private static void checkName(Cursor.Entry entry) {
    Findings findings = entry.value().origin().findings();
    if (RESERVED.contains(entry.key())) {
      findings.error(
          Rule.RESERVED_NAME,
          entry.at(),
          "'" + entry.key() + "' cannot name a message type",
          "it means something else in expectations; choose another name");
    } else if (!entry.key().matches("[A-Za-z][\\w-]*")) {
      findings.error(
          Rule.BAD_NAME,
          entry.at(),
          "'" + Shown.of(entry.key()) + "' cannot name a message type",
          "begin with a letter, go on with letters, digits, '-' and '_'");
    }
  }

  private MessageType type(Cursor.Entry entry) {
    List<Fields> fields =
        entry.value().itemsOrOne().stream()
            .flatMap(item -> item.fields(Shape.MESSAGE_SOURCE).stream())
            .toList();
    if (entry.value().isList() && entry.value().size() == 0) {
      entry.value().error(Rule.MISSING_KEY, entry.value().label() + " has no source", "");
    }
    List<MessageSource> read = fields.stream().flatMap(f -> sources.read(f).stream()).toList();
    String lane = once(fields, "lane", Cursor::text).orElse(entry.key());
    Optional<MessageType.Sentinel> sentinel = once(fields, "sentinel", sentinels::read);
    return new MessageType(entry.key(), lane, read, sentinel);
  }

  /** What is said of the type as a whole, though it may stand in any of its sources. */
  private static <T> Optional<T> once(
      List<Fields> sources, String key, Function<Cursor, Optional<T>> reading) {
    List<Cursor> said = sources.stream().flatMap(fields -> fields.get(key).stream()).toList();
    said.stream()
        .skip(1)
        .forEach(
            again ->
                again.error(
                    Rule.SAID_TWICE,
                    "'" + key + "' holds for the type, and another source has said it",
                    "say it in one source"));
    return said.stream().findFirst().flatMap(reading);
  }
}
