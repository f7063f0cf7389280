package dev.crosscheck.adapter.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandler;
import java.util.List;

/** Looks at the first byte of a connection or tunnel: TLS, or plain HTTP. */
final class FirstByte extends ByteToMessageDecoder {
  /** The content type of a TLS record that holds a handshake (RFC 8446, 5.1). */
  private static final byte TLS_HANDSHAKE = 22;

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

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    line.failed(cause);
  }
}
