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
        types.forEach(type -> decoder.read(type, exchange));
      }
    }
    return new Decoded(decoder.ledger.messages(), decoder.failures);
  }

  private void read(MessageType type, Exchange exchange) {
    type.sourceFor(exchange.request(), platform, isPartner)
        .ifPresent(source -> read(type, source, exchange));
  }

  private void read(MessageType type, MessageSource source, Exchange exchange) {
    SourceReader reader = new SourceReader(source, exchange.request());
    if (source.request().method().equals("WS") && reader.readsBody()) {
      frames(type, source, exchange, reader);
      return;
    }
    try {
      List<SourceReader.Read> read = reader.read(exchange.request().body());
      ledger.enter(type, source, exchange, reader.readsBody(), read);
    } catch (Undecodable failure) {
      fail(type, exchange, failure);
    }
  }

  private void frames(
      MessageType type, MessageSource source, Exchange exchange, SourceReader reader) {
    int element = 0;
    for (Frame frame : exchange.frames()) {
      if (frame.sent()) {
        try {
          for (SourceReader.Read read : reader.read(frame.payload())) {
            ledger.enter(type, source, exchange, frame.at(), element++, read);
          }
        } catch (Undecodable failure) {
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
