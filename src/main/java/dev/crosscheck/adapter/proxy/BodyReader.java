package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Body;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;

/** Gathers a body as it comes: keeps its beginning, counts all of it. */
final class BodyReader {
  private final KeptBytes kept;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream(0);
  private long size;
  private boolean full;

  BodyReader(KeptBytes kept) {
    this.kept = kept;
  }

  void add(ByteBuf part) {
    int length = part.readableBytes();
    size += length;
    if (full) {
      return;
    }
    int keep = kept.take(Math.min(length, kept.perBody() - head.size()));
    // what is kept is a beginning, never a beginning with a hole
    full = keep < length;
    byte[] bytes = new byte[keep];
    part.getBytes(part.readerIndex(), bytes);
    head.writeBytes(bytes);
  }

  Body body() {
    byte[] bytes = head.toByteArray();
    return size > bytes.length ? Body.truncated(bytes, size) : Body.of(bytes);
  }
}
