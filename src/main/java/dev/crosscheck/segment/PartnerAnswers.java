package dev.crosscheck.segment;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.scenario.DeclaredAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The partner's hosts, and hosts that nobody declared: what plugin.yaml says, else what keeps a
 * sender content.
 *
 * @param declared the first that matches wins
 * @param libraries by URL
 */
record PartnerAnswers(List<DeclaredAnswer> declared, Map<String, Body> libraries) {
  /** On the answer to a request for code that nobody declared. */
  static final String UNDECLARED_LIBRARY = "undeclared-library";

  private static final Set<String> CODE_DESTINATIONS =
      Set.of("script", "style", "font", "worker", "sharedworker", "serviceworker");
  private static final Set<String> CODE_ENDINGS = Set.of("js", "mjs", "cjs", "css", "wasm");
  private static final Set<String> DOCUMENT_DESTINATIONS =
      Set.of("document", "iframe", "frame", "embed", "object");
  private static final Body EMPTY_DOCUMENT = Body.of("<!doctype html><title></title>");

  Answer to(HttpRequest request) {
    return library(request)
        .or(() -> declared(request))
        .orElseGet(() -> request.isPreflight() ? CrossOrigin.preflight(request) : usual(request));
  }

  private Optional<Answer> library(HttpRequest request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return Optional.empty();
    }
    String url = request.url();
    Body whole = libraries.get(url);
    Body library = whole != null ? whole : libraries.get(url.replaceFirst("\\?.*", ""));
    return Optional.ofNullable(library)
        .map(body -> Answer.of(200, MediaType.of(request.path()), body));
  }

  /** A preflight is answered as usual, unless plugin.yaml speaks of {@code OPTIONS} itself. */
  private Optional<Answer> declared(HttpRequest request) {
    return declared.stream()
        .filter(answer -> answer.request().matches(request))
        .filter(answer -> !request.isPreflight() || answer.request().method().equals("OPTIONS"))
        .findFirst()
        .map(PartnerAnswers::answer);
  }

  private static Answer answer(DeclaredAnswer declared) {
    if (declared.status() == DeclaredAnswer.ACCEPTED) {
      Body first = declared.body();
      return new Answer.Upgrade(first.isEmpty() ? List.of() : List.of(first.text()));
    }
    return new Answer.Respond(
        declared.status(), declared.headers(), declared.body(), declared.delay());
  }

  private static Answer usual(HttpRequest request) {
    String destination = request.header("sec-fetch-dest").orElse("");
    if (request.header("upgrade").filter("websocket"::equalsIgnoreCase).isPresent()) {
      return new Answer.Upgrade(List.of());
    } else if (isImage(request, destination)) {
      return Answer.of(200, "image/gif", Pixel.GIF);
    } else if (isCode(request, destination)) {
      return Answer.of(404, MediaType.TEXT, Body.of("no library is declared for this URL\n"))
          .with("X-Crosscheck", UNDECLARED_LIBRARY);
    } else if (isBeacon(request, destination)) {
      return Answer.empty(204);
    } else if (DOCUMENT_DESTINATIONS.contains(destination)) {
      return Answer.of(200, MediaType.HTML, EMPTY_DOCUMENT);
    }
    return Answer.of(200, MediaType.JSON, Body.of("{}"));
  }

  private static boolean isImage(HttpRequest request, String destination) {
    return destination.equals("image")
        || destination.isEmpty()
            && request.header("accept").filter(accept -> accept.startsWith("image/")).isPresent();
  }

  private static boolean isCode(HttpRequest request, String destination) {
    return CODE_DESTINATIONS.contains(destination)
        || request.method().equals("GET")
            && CODE_ENDINGS.contains(MediaType.ending(request.path()));
  }

  /** {@code navigator.sendBeacon}, or a fetch that is as blind to its answer. */
  private static boolean isBeacon(HttpRequest request, String destination) {
    return request.method().equals("POST")
        && destination.equals("empty")
        && request.header("sec-fetch-mode").filter("no-cors"::equals).isPresent();
  }
}
