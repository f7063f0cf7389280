package dev.crosscheck.adapter.proxy;

import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;

/** Decodes a client's frames, and knows whether it holds a part of one. */
final class FrameDecoder extends WebSocket13FrameDecoder {
  private static final int LARGEST_FRAME = 16 << 20;

  FrameDecoder() {
    super(
        WebSocketDecoderConfig.newBuilder()
            .expectMaskedFrames(true)
            .allowMaskMismatch(false)
            .allowExtensions(false)
            .closeOnProtocolViolation(true)
            .maxFramePayloadLength(LARGEST_FRAME)
            .build());
  }

  boolean isWithinFrame() {
    return actualReadableBytes() > 0;
  }
}
