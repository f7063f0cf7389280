package dev.crosscheck.adapter.report;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Frame;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpAnswer;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Inert;
import dev.crosscheck.scenario.Parties;
import dev.crosscheck.scenario.Party;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One exchange as the page shows it; all of it stands in the HAR. */
final class ToldExchange {
  private static final int MOST_FRAMES = 60;
  private static final int LONGEST_REQUEST = 6_000;
  private static final int LONGEST_ANSWER = 1_500;
  private static final int LONGEST_FRAME = 1_500;
  private static final int LONGEST_HEADER = 500;

  private ToldExchange() {}

  static ObjectNode of(Exchange exchange, Parties parties, Instant start) {
    HttpRequest request = exchange.request();
    Party party = parties.of(request.host());
    ObjectNode json = PageJson.object();
    json.put("index", exchange.index());
    json.put("connection", exchange.connection());
    json.put("at", Story.millis(start, exchange.at()));
    exchange.answered().ifPresent(end -> json.put("took", Story.millis(exchange.at(), end)));
    json.put("party", party.name().toLowerCase(Locale.ROOT));
    json.put("method", Inert.line(request.method()));
    json.put("tls", request.isTls());
    json.put("host", Inert.line(request.host()));
    json.put("path", ShownText.cut(Inert.line(request.path()), 300));
    json.put("target", ShownText.cut(Inert.line(request.target()), 2_000));
    json.put("preflight", request.isPreflight());
    exchange.trouble().ifPresent(trouble -> json.put("trouble", Inert.line(trouble)));
    // What a page loads is known; whoever doubts it finds it in the HAR.
    boolean own = party == Party.PARTNER || party == Party.UNDECLARED || party == Party.SEGMENT;
    json.set("request", part(request.headers()));
    json.withObject("request").setAll(ShownText.of(request.body(), own ? LONGEST_REQUEST : 0));
    exchange.answer().ifPresent(answer -> json.set("answer", answer(answer, own)));
    frames(json, exchange.frames(), start);
    return json;
  }

  private static ObjectNode answer(HttpAnswer answer, boolean own) {
    ObjectNode json = part(answer.headers());
    json.put("status", answer.status());
    json.setAll(ShownText.of(answer.body(), own ? LONGEST_ANSWER : 0));
    return json;
  }

  private static ObjectNode part(List<Header> headers) {
    ObjectNode json = PageJson.object();
    ArrayNode all = json.putArray("headers");
    for (Header header : headers) {
      all.addArray()
          .add(Inert.line(header.name()))
          .add(ShownText.cut(Inert.line(header.value()), LONGEST_HEADER));
    }
    return json;
  }

  private static void frames(ObjectNode json, List<Frame> frames, Instant start) {
    ArrayNode told = json.putArray("frames");
    for (Frame frame : frames.stream().limit(MOST_FRAMES).toList()) {
      ObjectNode one = ShownText.of(frame.payload(), LONGEST_FRAME);
      one.put("at", Story.millis(start, frame.at()));
      one.put("sent", frame.sent());
      told.add(one);
    }
    json.put("moreFrames", Math.max(0, frames.size() - MOST_FRAMES));
  }
}
