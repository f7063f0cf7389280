package dev.crosscheck.run;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Step.PartnerAnswers.Behaviour;

/**
 * The usual answers, but the partner's hosts behave as a scenario says. Preflights are answered as
 * usual: a partner's load balancer does not fail differently for them.
 */
record PartnerMood(Answers usual, Plugin plugin, Behaviour behaviour) implements Answers {

  @Override
  public Answer to(HttpRequest request) {
    Answer answer = usual.to(request);
    if (plugin.partyOf(request.host()) != Party.PARTNER || request.isPreflight()) {
      return answer;
    }
    if (behaviour instanceof Behaviour.Reset) {
      return new Answer.Reset();
    } else if (answer instanceof Answer.Upgrade && behaviour instanceof Behaviour.Status status) {
      return Answer.empty(status.code());
    } else if (answer instanceof Answer.Respond respond) {
      if (behaviour instanceof Behaviour.Status status) {
        return new Answer.Respond(status.code(), respond.headers(), Body.of("{}"), respond.delay());
      } else if (behaviour instanceof Behaviour.Slow slow) {
        return respond.after(slow.delay());
      }
    }
    return answer;
  }
}
