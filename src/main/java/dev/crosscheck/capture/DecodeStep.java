package dev.crosscheck.capture;

/**
 * One step from the bytes of an exchange to messages. Steps are applied in order; the last must
 * leave JSON.
 */
public sealed interface DecodeStep {

  /** What a chain starts at; {@code body} where it says nothing. */
  sealed interface Start extends DecodeStep {}

  record FromBody() implements Start {}

  /** The query, as an object of strings (an array of strings where a name is repeated). */
  record FromQuery() implements Start {}

  /** The path, as a string. */
  record FromPath() implements Start {}

  /** A header's value, as a string. */
  record FromHeader(String name) implements Start {}

  /**
   * A field of an {@code application/x-www-form-urlencoded} text; {@code *} for all as an object.
   */
  record Form(String field) implements DecodeStep {}

  /** A part of a {@code multipart/form-data} body; {@code *} for all as an object. */
  record Multipart(String part) implements DecodeStep {}

  record Base64() implements DecodeStep {}

  record Gunzip() implements DecodeStep {}

  record Inflate() implements DecodeStep {}

  record Brotli() implements DecodeStep {}

  record Json() implements DecodeStep {}

  /** Each non-empty line, one by one. */
  record Lines() implements DecodeStep {}

  /** The value at a path. */
  record At(String path) implements DecodeStep {}

  /** Each element of an array, one by one; a value that is no array stands for itself. */
  record Each() implements DecodeStep {}

  /** {@code step?}: only if the bytes do not already parse as the next step asks. */
  record Maybe(DecodeStep step) implements DecodeStep {}

  /** The step as it is written in a file. */
  static String word(DecodeStep step) {
    if (step instanceof FromBody) {
      return "body";
    } else if (step instanceof FromQuery) {
      return "query";
    } else if (step instanceof FromPath) {
      return "path";
    } else if (step instanceof FromHeader header) {
      return "header " + header.name();
    } else if (step instanceof Form form) {
      return "form " + form.field();
    } else if (step instanceof Multipart part) {
      return "multipart " + part.part();
    } else if (step instanceof At at) {
      return "at " + at.path();
    } else if (step instanceof Maybe maybe) {
      return word(maybe.step()) + "?";
    }
    return step.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }
}
