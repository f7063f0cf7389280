package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.DecodeStep;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rule {@code ImpossibleDecode}: each step must be able to follow the one before it. */
final class ImpossibleDecode {
  /** What a step leaves to the next. */
  private enum Left {
    /** The body as it was sent. */
    BODY("the body"),
    BYTES("bytes"),
    TEXT("text"),
    /** A query, or all fields of a form: a map of texts. */
    FIELDS("a map of fields"),
    /** JSON that was parsed: a text within it has to be named first. */
    JSON("JSON"),
    /** A place in JSON, which may hold a text. */
    VALUE("a value");

    private final String words;

    Left(String words) {
      this.words = words;
    }
  }

  private static final Set<Left> UNPARSED =
      EnumSet.of(Left.BODY, Left.BYTES, Left.TEXT, Left.VALUE);
  private static final Set<Left> PARSED = EnumSet.of(Left.FIELDS, Left.JSON, Left.VALUE);

  /** More than one after a step with a question mark. */
  private Set<Left> left = EnumSet.of(Left.BODY);

  private boolean begun;
  private boolean broken;

  /** Takes a step, or tells why it cannot follow; then the rest of the chain is not judged. */
  void follow(Cursor at, DecodeStep step) {
    if (broken) {
      return;
    }
    DecodeStep inner = step instanceof DecodeStep.Maybe maybe ? maybe.step() : step;
    String word = DecodeStep.word(step);
    if (inner != step && !mayBeLeftOut(inner)) {
      tell(at, "'" + word + "' cannot be left out", "take the question mark away");
    } else if (inner instanceof DecodeStep.Start && begun) {
      tell(at, "'" + word + "' can only stand first", "");
    } else {
      take(at, step, inner);
    }
    begun = true;
  }

  private void take(Cursor at, DecodeStep step, DecodeStep inner) {
    Set<Left> after = EnumSet.noneOf(Left.class);
    left.forEach(before -> after(before, inner).ifPresent(after::add));
    if (after.isEmpty()) {
      tell(
          at,
          "'" + DecodeStep.word(step) + "' cannot follow: before it there is " + words(),
          hint(inner));
      return;
    }
    if (inner != step) {
      after.addAll(left);
    }
    left = after;
  }

  /** Checks that the chain ends in JSON. */
  void end(Cursor last) {
    if (!broken && left.stream().noneMatch(PARSED::contains)) {
      tell(last, "the last step leaves " + words() + ", not JSON", "add 'json'");
    }
  }

  private static boolean mayBeLeftOut(DecodeStep step) {
    return step instanceof DecodeStep.Base64
        || step instanceof DecodeStep.Form
        || step instanceof DecodeStep.Multipart
        || isUnpacking(step);
  }

  private static boolean isUnpacking(DecodeStep step) {
    return step instanceof DecodeStep.Gunzip
        || step instanceof DecodeStep.Inflate
        || step instanceof DecodeStep.Brotli;
  }

  /** What is left once the step has been taken; empty where it cannot be taken. */
  private static Optional<Left> after(Left before, DecodeStep step) {
    if (step instanceof DecodeStep.Start start) {
      return Optional.of(started(start));
    } else if (step instanceof DecodeStep.Form form) {
      return given(
          UNPARSED.contains(before) || before == Left.FIELDS,
          form.field().equals("*") ? Left.FIELDS : Left.TEXT);
    } else if (step instanceof DecodeStep.Multipart part) {
      // a part is found by the boundary, which the header of the body tells
      return given(before == Left.BODY, part.part().equals("*") ? Left.FIELDS : Left.BYTES);
    } else if (step instanceof DecodeStep.Base64) {
      return given(UNPARSED.contains(before), Left.BYTES);
    } else if (isUnpacking(step)) {
      boolean packed = before == Left.BODY || before == Left.BYTES;
      return given(packed, before);
    } else if (step instanceof DecodeStep.Json) {
      return given(UNPARSED.contains(before), Left.JSON);
    } else if (step instanceof DecodeStep.Lines) {
      return given(UNPARSED.contains(before), Left.TEXT);
    } else if (step instanceof DecodeStep.At) {
      return given(PARSED.contains(before), Left.VALUE);
    }
    return given(PARSED.contains(before), before); // each
  }

  private static Left started(DecodeStep.Start start) {
    if (start instanceof DecodeStep.FromBody) {
      return Left.BODY;
    }
    return start instanceof DecodeStep.FromQuery ? Left.FIELDS : Left.TEXT;
  }

  private static Optional<Left> given(boolean possible, Left left) {
    return possible ? Optional.of(left) : Optional.empty();
  }

  private String words() {
    return left.stream().map(l -> l.words).collect(Collectors.joining(" or "));
  }

  private static String hint(DecodeStep step) {
    if (step instanceof DecodeStep.Each || step instanceof DecodeStep.At) {
      return "put 'json' before it";
    } else if (step instanceof DecodeStep.Multipart) {
      return "'multipart' reads the body itself";
    } else if (isUnpacking(step)) {
      return "only bytes can be unpacked: put 'base64' before it, or the step nearer to the body";
    }
    return "if a text in there is meant, name its place with 'at <path>' first";
  }

  private void tell(Cursor at, String message, String hint) {
    broken = true;
    at.error(Rule.IMPOSSIBLE_DECODE, message, hint);
  }
}
