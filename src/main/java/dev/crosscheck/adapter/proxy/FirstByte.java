package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Network;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandler;
import java.util.List;

/** Looks at the first byte of a connection or tunnel: TLS, or plain HTTP. */
final class FirstByte extends ByteToMessageDecoder {
  /** The content type of a TLS record that holds a handshake (RFC 8446, 5.1). */
  private static final byte TLS_HANDSHAKE = 22;

  private static final int RECORD_HEAD = 5;

  /** A record of two bytes: the fatal alert 40 (RFC 8446, 5.1 and 6.2). */
  private static final byte[] HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};

  private final Line line;
  private final Route route;

  FirstByte(Line line, Route route) {
    this.line = line;
    this.route = route;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    ChannelPipeline pipeline = context.pipeline();
    if (in.getByte(in.readerIndex()) != TLS_HANDSHAKE) {
      HttpConversation.begin(pipeline, line, route);
    } else if (route.tunnel().isPresent()) {
      Authority host = route.tunnel().get();
      if (line.desk().conditions().answers().network(host.host()) instanceof Network.TlsFailure) {
        breakOff(context, in);
        return;
      }
      SslHandler tls =
          line.desk()
              .tls()
              .newHandler(context.alloc(), Authority.withoutBrackets(host.host()), host.port());
      line.unfinished(route.sketch(), "the TLS handshake with " + route + " is not over");
      pipeline.addLast(tls, new Handshake(line, host));
    } else {
      line.attempt(route.sketch(), "the client speaks TLS to the proxy itself, without CONNECT");
      in.skipBytes(in.readableBytes());
      line.reset("TLS to the proxy itself");
      return;
    }
    pipeline.remove(this);
  }

  /** Once the client's hello is whole, so that it listens. */
  private void breakOff(ChannelHandlerContext context, ByteBuf in) {
    boolean whole =
        in.readableBytes() >= RECORD_HEAD
            && in.readableBytes() >= RECORD_HEAD + in.getUnsignedShort(in.readerIndex() + 3);
    if (whole) {
      in.skipBytes(in.readableBytes());
      String why = Unreachable.TLS_FAILURE.refusal();
      line.attempt(route.sketch(), why);
      context
          .writeAndFlush(Unpooled.wrappedBuffer(HANDSHAKE_FAILURE))
          .addListener(sent -> line.hangUp(why));
      context.pipeline().remove(this);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    line.failed(cause);
  }
}
