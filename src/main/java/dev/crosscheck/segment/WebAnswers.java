package dev.crosscheck.segment;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.scenario.Plugin;

/** What every host answers a page under test; the same request always gets the same answer. */
record WebAnswers(Plugin plugin, HostAnswers host, SegmentAnswers segment, PartnerAnswers partner)
    implements Answers {

  @Override
  public Answer to(HttpRequest request) {
    return CrossOrigin.permit(request, answer(request));
  }

  private Answer answer(HttpRequest request) {
    return switch (plugin.partyOf(request.host())) {
      case HOST -> host.to(request);
      case SEGMENT -> segment.to(request);
      case PARTNER, ASSET, UNDECLARED -> partner.to(request);
      case NOISE -> Answer.empty(204);
    };
  }
}
