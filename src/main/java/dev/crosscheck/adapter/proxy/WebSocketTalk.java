package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Body;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records what goes over one upgraded connection; says its greeting and then only what it must. */
final class WebSocketTalk extends SimpleChannelInboundHandler<WebSocketFrame> {
  private final Line line;
  private final Entry entry;
  private final FrameDecoder decoder;
  private @Nullable BodyReader message;
  private boolean text;

  private WebSocketTalk(Line line, Entry entry, FrameDecoder decoder) {
    this.line = line;
    this.entry = entry;
    this.decoder = decoder;
  }

  /**
   * Answers 101 and leaves HTTP.
   *
   * @param context of the conversation that was upgraded
   */
  static void begin(
      ChannelHandlerContext context,
      Line line,
      Entry entry,
      Reply accepted,
      List<String> greeting) {
    ChannelFuture head = context.write(accepted.head());
    ChannelFuture upgraded = context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    FrameDecoder decoder = new FrameDecoder();
    WebSocketTalk talk = new WebSocketTalk(line, entry, decoder);
    context.pipeline().addLast(decoder, new WebSocket13FrameEncoder(false), talk);
    ChannelHandlerContext talking = context.pipeline().context(talk);
    HttpConversation.leave(context.pipeline());
    upgraded.addListener(
        sent -> {
          if (sent.isSuccess()) {
            entry.answered(accepted.recorded(), Optional.empty());
            greeting.forEach(words -> talk.say(talking, words));
          }
        });
  }

  private void say(ChannelHandlerContext context, String words) {
    context
        .writeAndFlush(new TextWebSocketFrame(words))
        .addListener(
            sent -> {
              if (sent.isSuccess()) {
                entry.frame(false, true, Body.of(words));
              }
            });
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof PingWebSocketFrame) {
      ChannelFuture ignored =
          context.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
    } else if (frame instanceof CloseWebSocketFrame) {
      context
          .writeAndFlush(new CloseWebSocketFrame(true, 0, frame.content().retain()))
          .addListener(sent -> line.hangUp("the client closed the WebSocket"));
    } else if (!(frame instanceof PongWebSocketFrame)) {
      gather(frame);
    }
  }

  /** A message may come in several frames (RFC 6455, 5.4). */
  private void gather(WebSocketFrame frame) {
    if (message == null) {
      message = new BodyReader(line.desk().kept());
      text = !(frame instanceof BinaryWebSocketFrame);
    }
    message.add(frame.content());
    if (frame.isFinalFragment()) {
      entry.frame(true, text, message.body());
      message = null;
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (message != null || decoder.isWithinFrame()) {
      line.unfinished(
          Optional.of(entry.request()),
          "a message to " + entry.request().host() + " is still being read");
    } else {
      line.finished();
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (message != null) {
      entry.troubled(line.ended().orElse("the client went away in the middle of a message"));
    }
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof CorruptedFrameException) {
      entry.troubled("the client broke the WebSocket protocol: " + cause.getMessage());
    }
    line.failed(cause);
  }
}
