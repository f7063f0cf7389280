package dev.crosscheck.segment;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.scenario.Plugin;

/**
 * What every host answers an app that embeds one of Segment's mobile SDKs.
 *
 * @param settings what the settings endpoint serves
 */
record AppAnswers(Plugin plugin, Body settings, PartnerAnswers partner) implements Answers {
  private static final String SETTINGS = "/v1/projects/" + WebAssets.WRITE_KEY + "/settings";

  @Override
  public Answer to(HttpRequest request) {
    return switch (plugin.partyOf(request.host())) {
      case SEGMENT -> segment(request);
      case PARTNER, ASSET, UNDECLARED -> partner.to(request);
      case HOST, NOISE -> Answer.empty(204);
    };
  }

  private Answer segment(HttpRequest request) {
    if (request.host().equals("cdn-settings.segment.com") && request.path().equals(SETTINGS)) {
      return Answer.of(200, MediaType.JSON, settings);
    } else if (request.host().equals("api.segment.io") && request.path().startsWith("/v1/")) {
      return Answer.of(200, MediaType.JSON, Body.of("{\"success\":true}"));
    }
    return Answer.of(
        404, MediaType.TEXT, Body.of("Segment has no " + request.host() + request.path() + "\n"));
  }
}
