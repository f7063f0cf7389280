package dev.crosscheck.adapter.proxy;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;

/** Decodes requests, and knows whether it holds a part of one. */
final class RequestDecoder extends HttpRequestDecoder {
  /** Browsers send addresses of up to 2 MB. */
  private static final int LONGEST_LINE = 2 << 20;

  private static final int LONGEST_HEADERS = 256 << 10;
  private static final int LARGEST_PART = 64 << 10;

  private boolean headBegan;

  RequestDecoder() {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(LONGEST_LINE)
            .setMaxHeaderSize(LONGEST_HEADERS)
            .setMaxChunkSize(LARGEST_PART));
  }

  /** Whether a head began that has not ended. */
  boolean isWithinHead() {
    return headBegan || actualReadableBytes() > 0;
  }

  void headEnded() {
    headBegan = false;
  }

  @Override
  protected HttpMessage createMessage(String[] initialLine) throws Exception {
    headBegan = true;
    return super.createMessage(initialLine);
  }
}
