package dev.crosscheck.segment;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.HttpRequest;

/** The page under test, at every path of its origin, and the scripts that go with it. */
record HostAnswers(HostDocument document, Body plugin, Body consentTools) {
  static final String AGENT = "/crosscheck/agent.js";
  static final String CONSENT_TOOLS = "/crosscheck/consent-tools.js";
  static final String PLUGIN = "/crosscheck/plugin.js";

  /** Where the spectator posts each event it is handed. */
  static final String SPECTATOR = "/crosscheck/spectator";

  Answer to(HttpRequest request) {
    return switch (request.path()) {
      case AGENT -> Answer.of(200, MediaType.SCRIPT, HostDocument.agent());
      case PLUGIN -> Answer.of(200, MediaType.SCRIPT, plugin);
      case CONSENT_TOOLS -> Answer.of(200, MediaType.SCRIPT, consentTools);
      case SPECTATOR -> Answer.empty(204);
      default ->
          request.header("sec-fetch-dest").map("script"::equals).orElse(false)
              ? Answer.of(404, MediaType.TEXT, Body.of("the host page has no such script\n"))
              : Answer.of(200, MediaType.HTML, document.at(request.path()));
    };
  }
}
