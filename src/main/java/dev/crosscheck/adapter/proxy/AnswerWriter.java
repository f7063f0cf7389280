package dev.crosscheck.adapter.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Hands one answer to the network, a piece at a time: the next when the one before is gone, so that
 * a large answer to a slow reader stays out of memory, and not faster than the network allows.
 */
final class AnswerWriter {
  private static final int PIECE = 64 << 10;

  private final ChannelHandlerContext context;
  private final Conditions conditions;
  private final String host;

  AnswerWriter(ChannelHandlerContext context, Conditions conditions, String host) {
    this.context = context;
    this.conditions = conditions;
    this.host = host;
  }

  /**
   * @param whenGone run when the last byte was taken by the system; never where it was not
   */
  void write(Reply reply, Runnable whenGone) {
    ChannelFuture ignored = context.write(reply.head());
    next(Unpooled.wrappedBuffer(reply.recorded().body().buffer()), whenGone);
  }

  private void next(ByteBuf rest, Runnable whenGone) {
    Optional<SlowLink> link = conditions.down(host);
    if (link.isEmpty()) {
      send(rest, PIECE, whenGone);
      return;
    }
    int length = link.get().piece(Math.min(PIECE, rest.readableBytes()));
    long wait = link.get().carry(length, System.nanoTime());
    context.executor().schedule(() -> send(rest, length, whenGone), wait, TimeUnit.NANOSECONDS);
  }

  private void send(ByteBuf rest, int most, Runnable whenGone) {
    ByteBuf piece = rest.readRetainedSlice(Math.min(most, rest.readableBytes()));
    boolean last = !rest.isReadable();
    HttpContent content = last ? new DefaultLastHttpContent(piece) : new DefaultHttpContent(piece);
    if (last) {
      rest.release();
    }
    context
        .writeAndFlush(content)
        .addListener(
            sent -> {
              if (sent.isSuccess() && last) {
                whenGone.run();
              } else if (sent.isSuccess()) {
                next(rest, whenGone);
              } else if (!last) {
                rest.release();
              }
            });
  }
}
