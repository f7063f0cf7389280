package dev.crosscheck.device;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.scenario.HostPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page that sends to its partner in every way that a page can, and what came of it. */
final class EveryWayOut implements Answers {
  /** What the page sends while it is open. */
  static final Set<String> OPEN =
      Set.of(
          "fetch",
          "fetch-cors",
          "fetch-big",
          "fetch-binary",
          "fetch-form",
          "fetch-gzip",
          "fetch-keepalive",
          "xhr",
          "xhr-sync",
          "beacon",
          "beacon-blob",
          "image",
          "style-image",
          "script",
          "style",
          "video",
          "form",
          "iframe",
          "in-iframe",
          "in-worker",
          "in-service-worker",
          "events",
          "socket",
          "loaded");

  /** What the page sends while it is left. */
  static final Set<String> LEAVING =
      Set.of(
          "leaving-beacon",
          "leaving-keepalive",
          "leaving-fetch",
          "leaving-image",
          "leaving-xhr-sync",
          "leaving-socket",
          "hidden-beacon");

  private static final String SENDS =
      "fetch('https://api.partner.test/%s', {method: 'POST', mode: 'no-cors', body: '%s'})";

  private final Body page = resource("every-way-out.html");

  Deployment deployment() {
    return new Deployment.WebPage(HostPage.ORIGIN, "/", this);
  }

  @Override
  public Answer to(HttpRequest request) {
    if (request.host().equals(HostPage.HOST)) {
      return host(request.path());
    } else if (request.isPreflight()) {
      return readable(Answer.empty(204))
          .with("Access-Control-Allow-Methods", "POST")
          .with("Access-Control-Allow-Headers", "content-type");
    }
    return switch (request.path()) {
      case "/socket" -> new Answer.Upgrade(List.of());
      case "/script" -> Answer.of(200, "text/javascript", Body.EMPTY);
      case "/style" -> Answer.of(200, "text/css", Body.EMPTY);
      case "/iframe" -> Answer.of(200, "text/html", Body.EMPTY);
      case "/events" -> readable(Answer.of(200, "text/event-stream", Body.of("retry: 600000\n\n")));
      default -> readable(Answer.empty(204));
    };
  }

  private Answer host(String path) {
    return switch (path) {
      case "/frame" ->
          Answer.of(200, "text/html", Body.of("<script>" + sends("in-iframe") + "</script>"));
      case "/worker.js" -> Answer.of(200, "text/javascript", Body.of(sends("in-worker")));
      case "/service-worker.js" ->
          Answer.of(
              200,
              "text/javascript",
              Body.of(
                  "addEventListener('message', (event) => event.waitUntil("
                      + sends("in-service-worker")
                      + "));"));
      default -> Answer.of(200, "text/html; charset=utf-8", page);
    };
  }

  /** The ways that came, those over the socket among them. */
  static Set<String> came(Capture capture) {
    return capture.exchanges().stream()
        .filter(exchange -> exchange.request().host().equals("api.partner.test"))
        .filter(exchange -> !exchange.request().isPreflight())
        .flatMap(EveryWayOut::ways)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> ways(Exchange exchange) {
    if (!exchange.request().path().equals("/socket")) {
      return Stream.of(exchange.request().path().substring(1));
    }
    List<String> said = exchange.frames().stream().map(frame -> frame.payload().text()).toList();
    List<String> ways = new ArrayList<>();
    if (said.contains("in the open")) {
      ways.add("socket");
    }
    if (said.contains("leaving-socket")) {
      ways.add("leaving-socket");
    }
    return ways.stream();
  }

  private static String sends(String way) {
    return SENDS.formatted(way, way);
  }

  private static Answer.Respond readable(Answer.Respond answer) {
    return new Answer.Respond(
        answer.status(),
        Stream.concat(
                answer.headers().stream(),
                Stream.of(new Header("Access-Control-Allow-Origin", "*")))
            .toList(),
        answer.body(),
        Duration.ZERO);
  }

  private static Body resource(String name) {
    try (InputStream in = EveryWayOut.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return Body.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
