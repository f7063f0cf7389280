package dev.crosscheck.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads out of a capture what the plugin told the partner. Pure: the same capture always says the
 * same. What comes is untrusted, so nothing in it makes decoding throw.
 */
public final class Decoder {
  private final String platform;
  private final Predicate<HttpRequest> isPartner;
  private final Ledger ledger = new Ledger();
  private final List<Message> unread = new ArrayList<>();
  private final List<Decoded.Failure> failures = new ArrayList<>();

  private Decoder(String platform, Predicate<HttpRequest> isPartner) {
    this.platform = platform;
    this.isPartner = isPartner;
  }

  /**
   * The messages of these types and what could not be read.
   *
   * @param platform {@code web}, {@code android} or {@code ios}: sources may be for some only
   * @param isPartner which requests a source without a host of its own speaks of
   */
  public static Decoded decode(
      Capture capture, List<MessageType> types, String platform, Predicate<HttpRequest> isPartner) {
    Decoder decoder = new Decoder(platform, isPartner);
    for (Exchange exchange : capture.exchanges()) {
      if (!exchange.request().isPreflight()) {
        decoder.read(types, exchange);
      }
    }
    return new Decoded(decoder.ledger.messages(), decoder.unread, decoder.failures);
  }

  private void read(List<MessageType> types, Exchange exchange) {
    Leftovers leftovers = new Leftovers();
    for (MessageType type : types) {
      type.sourceFor(exchange.request(), platform, isPartner)
          .ifPresent(source -> read(type, source, exchange, leftovers));
    }
    unread.addAll(leftovers.left(exchange.index()));
  }

  private void read(
      MessageType type, MessageSource source, Exchange exchange, Leftovers leftovers) {
    SourceReader reader = new SourceReader(source, exchange.request());
    if (source.request().method().equals("WS") && reader.readsBody()) {
      frames(type, source, exchange, reader, leftovers);
      return;
    }
    try {
      List<SourceReader.Read> read = reader.read(exchange.request().body());
      leftovers.read(Leftovers.REQUEST, exchange.at(), source.decode(), read);
      ledger.enter(type, source, exchange, reader.readsBody(), wanted(read));
    } catch (Undecodable failure) {
      leftovers.failed(Leftovers.REQUEST, exchange.at());
      fail(type, exchange, failure);
    }
  }

  private static List<SourceReader.Read> wanted(List<SourceReader.Read> read) {
    return read.stream().filter(SourceReader.Read::wanted).toList();
  }

  private void frames(
      MessageType type,
      MessageSource source,
      Exchange exchange,
      SourceReader reader,
      Leftovers leftovers) {
    int element = 0;
    for (int number = 0; number < exchange.frames().size(); number++) {
      Frame frame = exchange.frames().get(number);
      if (frame.sent()) {
        try {
          List<SourceReader.Read> all = reader.read(frame.payload());
          leftovers.read(number, frame.at(), source.decode(), all);
          for (SourceReader.Read read : wanted(all)) {
            ledger.enter(type, source, exchange, frame.at(), element++, read);
          }
        } catch (Undecodable failure) {
          leftovers.failed(number, frame.at());
          fail(type, exchange, failure);
        }
      }
    }
  }

  private void fail(MessageType type, Exchange exchange, Undecodable failure) {
    failures.add(
        new Decoded.Failure(exchange.index(), type.name(), failure.step(), failure.reason()));
  }
}
