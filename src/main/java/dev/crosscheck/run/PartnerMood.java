package dev.crosscheck.run;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.scenario.PartnerBehaviour;
import dev.crosscheck.scenario.Step;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * What one step makes of the partner's usual answers. Where it meets only a share of the requests,
 * the seed decides which: of those that it was asked about, in their order.
 */
final class PartnerMood {
  static final PartnerMood USUAL =
      new PartnerMood(
          new PartnerBehaviour.Usual(), OptionalInt.empty(), Step.PartnerAnswers.USUAL_SEED);

  /** Never in UTF-8, so that no reader can take what follows for text. */
  private static final byte NO_TEXT = (byte) 0xff;

  private final PartnerBehaviour behaviour;
  private final OptionalInt share;
  private final int seed;
  private final Random draws;
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  private PartnerMood(PartnerBehaviour behaviour, OptionalInt share, int seed) {
    this.behaviour = behaviour;
    this.share = share;
    this.seed = seed;
    this.draws = new Random(seed);
  }

  static PartnerMood of(Step.PartnerAnswers step) {
    return new PartnerMood(step.behaviour(), step.share(), step.seed());
  }

  boolean isUsual() {
    return behaviour instanceof PartnerBehaviour.Usual;
  }

  /** Whether it keeps answers back. */
  boolean holds() {
    return behaviour instanceof PartnerBehaviour.Held;
  }

  /** Lets go of the answers that it has kept back. */
  void end() {
    over.complete(null);
  }

  /** What becomes of an answer; a part that there is not cannot be spoilt. */
  Answer to(HttpRequest request, Answer usual) {
    if (!isUsual() && !isMet()) {
      return usual;
    } else if (behaviour instanceof PartnerBehaviour.Reset) {
      return new Answer.Reset();
    } else if (behaviour instanceof PartnerBehaviour.Status status) {
      return withStatus(usual, status.code());
    } else if (holds()) {
      return new Answer.Held(over, usual);
    }
    return usual instanceof Answer.Respond respond ? spoilt(request, respond) : usual;
  }

  private synchronized boolean isMet() {
    return share.isEmpty() || draws.nextInt(100) < share.getAsInt();
  }

  private static Answer withStatus(Answer usual, int code) {
    if (usual instanceof Answer.Respond respond) {
      return new Answer.Respond(code, respond.headers(), Body.of("{}"), respond.delay());
    }
    return usual instanceof Answer.Upgrade ? Answer.empty(code) : usual;
  }

  private Answer spoilt(HttpRequest request, Answer.Respond usual) {
    if (behaviour instanceof PartnerBehaviour.Slow slow) {
      return usual.after(slow.delay());
    } else if (request.method().equals("HEAD")) {
      return usual;
    } else if (behaviour instanceof PartnerBehaviour.Truncated truncated) {
      return brokenOff(usual, truncated.bytes(), false);
    } else if (behaviour instanceof PartnerBehaviour.ResetInBody reset) {
      return brokenOff(usual, reset.bytes(), true);
    } else if (behaviour instanceof PartnerBehaviour.Garbage garbage) {
      return withBody(usual, Body.of(garbage(garbage.bytes())));
    }
    return usual;
  }

  private static Answer brokenOff(Answer.Respond usual, OptionalInt bytes, boolean reset) {
    int half = usual.body().buffer().remaining() / 2;
    return new Answer.BrokenOff(withBody(usual, usual.body()), bytes.orElse(half), reset);
  }

  /** With a status that can have a body. */
  private static Answer.Respond withBody(Answer.Respond usual, Body body) {
    boolean bodiless = usual.status() == 204 || usual.status() == 304;
    return new Answer.Respond(
        bodiless ? 200 : usual.status(), usual.headers(), body, usual.delay());
  }

  private byte[] garbage(int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    if (length > 0) {
      bytes[0] = NO_TEXT;
    }
    return bytes;
  }
}
