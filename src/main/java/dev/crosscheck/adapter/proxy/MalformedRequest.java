package dev.crosscheck.adapter.proxy;

/** What a client sent is no request that a proxy can read. */
final class MalformedRequest extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedRequest(String message) {
    super(message);
  }
}
