package dev.crosscheck.scenario;

import java.time.Duration;
import java.util.OptionalInt;

/** What a partner does with the requests that come to it. */
public sealed interface PartnerBehaviour {
  /** As plugin.yaml says. */
  record Usual() implements PartnerBehaviour {
    @Override
    public String describe() {
      return "default";
    }
  }

  record Status(int code) implements PartnerBehaviour {
    @Override
    public String describe() {
      return String.valueOf(code);
    }
  }

  /** The connection is reset once the request was read, before any answer. */
  record Reset() implements PartnerBehaviour {
    @Override
    public String describe() {
      return "reset";
    }
  }

  /**
   * The usual answer, but the connection is reset within its body.
   *
   * @param bytes how many of the body come first; empty for half of it
   */
  record ResetInBody(OptionalInt bytes) implements PartnerBehaviour {
    @Override
    public String describe() {
      return "reset in body" + after(bytes);
    }
  }

  /**
   * The usual answer, but the connection is closed before the body has the length that was said.
   *
   * @param bytes how many of the body come; empty for half of it
   */
  record Truncated(OptionalInt bytes) implements PartnerBehaviour {
    @Override
    public String describe() {
      return "truncated" + after(bytes);
    }
  }

  /** The usual answer, but its body is so many bytes that are no text. */
  record Garbage(int bytes) implements PartnerBehaviour {
    @Override
    public String describe() {
      return "garbage, " + bytes + " bytes";
    }
  }

  /** The usual answer, whose first byte comes after this delay. */
  record Slow(Duration delay) implements PartnerBehaviour {
    @Override
    public String describe() {
      return "slow by " + delay.toMillis() + " ms";
    }
  }

  /** No request is answered, code and configuration included, until a later step says how. */
  record Held() implements PartnerBehaviour {
    @Override
    public String describe() {
      return "held";
    }
  }

  /** Its name in a few words, as a step tells it. */
  String describe();

  private static String after(OptionalInt bytes) {
    return bytes.isPresent() ? " after " + bytes.getAsInt() + " bytes" : "";
  }
}
