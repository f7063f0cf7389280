package dev.crosscheck.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Every message once: what comes again by its id or as a retry is entered with the first. */
final class Ledger {
  private final Map<Place, Entry> entries = new LinkedHashMap<>();
  private final Map<Id, Place> byId = new HashMap<>();
  private final Resends resends = new Resends();

  private record Place(String type, int exchange, int element) {}

  private record Id(String type, String id) {}

  private static final class Entry {
    private final Message message;
    private final TreeSet<Integer> again = new TreeSet<>();

    private Entry(Message message) {
      this.message = message;
    }
  }

  /** An exchange's request with all messages of a type that were read from it. */
  void enter(
      MessageType type,
      MessageSource source,
      Exchange exchange,
      boolean readsBody,
      List<SourceReader.Read> read) {
    Optional<Integer> first = resends.firstOf(type.name(), exchange, !readsBody);
    for (SourceReader.Read one : read) {
      enter(type, source, exchange, exchange.at(), one.element(), first, one);
    }
  }

  /** One message that came at this time; a frame is never a retry. */
  void enter(
      MessageType type,
      MessageSource source,
      Exchange exchange,
      Instant at,
      int element,
      SourceReader.Read read) {
    enter(type, source, exchange, at, element, Optional.empty(), read);
  }

  private void enter(
      MessageType type,
      MessageSource source,
      Exchange exchange,
      Instant at,
      int element,
      Optional<Integer> first,
      SourceReader.Read read) {
    Place here = new Place(type.name(), exchange.index(), element);
    Optional<Entry> same =
        read.id()
            .map(id -> byId.putIfAbsent(new Id(type.name(), id), here))
            .or(() -> first.map(index -> new Place(type.name(), index, element)))
            .map(entries::get);
    if (same.isPresent()) {
      same.get().again.add(exchange.index());
    } else {
      entries.put(here, new Entry(message(type, source, here, at, read)));
    }
  }

  private static Message message(
      MessageType type, MessageSource source, Place here, Instant at, SourceReader.Read read) {
    return new Message(
        type.name(),
        type.lane(),
        here.exchange(),
        here.element(),
        List.of(),
        read.content(),
        read.textual(),
        source.leaving(),
        source.ambient(),
        read.id(),
        read.time(),
        at);
  }

  /** In the order in which they came: by exchange, the frames of a WebSocket by their time. */
  List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    for (Entry entry : entries.values()) {
      messages.add(entry.message.again(List.copyOf(entry.again)));
    }
    messages.sort(
        Comparator.comparing(Message::at)
            .thenComparing(Message::exchange)
            .thenComparing(Message::element));
    return messages;
  }
}
