package dev.crosscheck.segment;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpRequest;
import java.util.Optional;

/**
 * Leave for pages of other origins to ask, and to read the answer, cookies included.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch Standard, CORS</a>
 */
final class CrossOrigin {
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private CrossOrigin() {}

  /** Yes to whatever a preflight asks for. */
  static Answer preflight(HttpRequest request) {
    Answer.Respond answer =
        Answer.empty(204)
            .with(
                "Access-Control-Allow-Methods",
                request.header("access-control-request-method").orElse("GET"));
    Optional<String> headers = request.header("access-control-request-headers");
    return headers.isPresent()
        ? answer.with("Access-Control-Allow-Headers", headers.get())
        : answer;
  }

  /** The answer, readable to the origin that asks, unless it says itself who may read it. */
  static Answer permit(HttpRequest request, Answer answer) {
    Optional<String> origin = request.header("origin");
    if (origin.isEmpty()
        || !(answer instanceof Answer.Respond respond)
        || respond.headers().stream().map(Header::name).anyMatch(ALLOW_ORIGIN::equalsIgnoreCase)) {
      return answer;
    }
    return respond
        .with(ALLOW_ORIGIN, origin.get())
        .with("Access-Control-Allow-Credentials", "true")
        .with("Vary", "Origin");
  }
}
