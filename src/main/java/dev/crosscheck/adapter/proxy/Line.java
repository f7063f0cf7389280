package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.HttpRequest;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection, and the handler nearest to the network: it can end the connection
 * without asking those behind it, so that TLS adds no farewell to a reset.
 */
final class Line extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  private final Desk desk;
  private final int number;
  private final Channel channel;
  private Optional<String> ended = Optional.empty();
  private Optional<String> unfinished = Optional.empty();
  private volatile Optional<HttpRequest> latest = Optional.empty();
  private boolean answering;

  Line(Desk desk, Channel channel) {
    this.desk = desk;
    this.channel = channel;
    this.number = desk.ledger().connected();
  }

  Desk desk() {
    return desk;
  }

  int number() {
    return number;
  }

  /** Why we ended it; empty while it is open, and where the client did. */
  Optional<String> ended() {
    return ended;
  }

  /** What the client asked for last, as far as it is known; from any thread. */
  Optional<HttpRequest> latest() {
    return latest;
  }

  /** The client asks for something; it may be a tunnel. */
  void asked(HttpRequest sketch) {
    latest = Optional.of(sketch);
  }

  /** The client is in the middle of something. */
  void unfinished(Optional<HttpRequest> about, String what) {
    if (!unfinished.equals(Optional.of(what))) {
      unfinished = Optional.of(what);
      desk.ledger().unfinished(number, about, what);
    }
  }

  void finished() {
    if (unfinished.isPresent()) {
      unfinished = Optional.empty();
      desk.ledger().finished(number);
    }
  }

  void answering(boolean now) {
    answering = now;
  }

  /** Nothing came of what the client tried. */
  void attempt(Optional<HttpRequest> about, String trouble) {
    desk.ledger().attempt(number, about.map(HttpRequest::host).orElse(""), about, trouble);
  }

  /** Resets the connection (RST); what it still had to say is lost. */
  void reset(String why) {
    if (ended.isEmpty()) {
      ended = Optional.of(why);
    }
    if (channel.isActive()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    }
    closeAtOnce();
  }

  /** Closes the connection after what was written. */
  void hangUp(String why) {
    if (ended.isEmpty()) {
      ended = Optional.of(why);
    }
    ChannelFuture ignored = channel.close();
  }

  /**
   * Ends the connection from any thread, as a network does that goes away: with a reset where
   * something is under way.
   *
   * @return when it is closed
   */
  ChannelFuture cut(String why) {
    channel.eventLoop().execute(() -> end(why));
    return channel.closeFuture();
  }

  private void end(String why) {
    if (answering || unfinished.isPresent()) {
      reset(why);
    } else {
      ended = Optional.of(why);
      closeAtOnce();
    }
  }

  private void closeAtOnce() {
    ChannelHandlerContext nearest = channel.pipeline().context(this);
    ChannelFuture ignored = nearest == null ? channel.close() : nearest.close();
  }

  /** A handler failed. The client may do what it likes, so only our own faults are logged. */
  void failed(Throwable cause) {
    if (!(cause instanceof IOException) && ended.isEmpty()) {
      LOG.debug("connection {} of a recording broke", number, cause);
      reset("the connection broke: " + cause.getMessage());
    } else {
      ChannelFuture ignored = channel.close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    desk.lines().add(this);
    if (desk.ledger().hasEnded()) {
      // it came while the recording was being closed
      reset("the recording had ended");
    }
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    Optional<SlowLink> link = desk.conditions().up(latest.map(HttpRequest::host).orElse(""));
    if (link.isPresent() && message instanceof ByteBuf bytes) {
      long pause = link.get().carry(bytes.readableBytes(), System.nanoTime());
      channel.config().setAutoRead(false);
      context
          .executor()
          .schedule(() -> channel.config().setAutoRead(true), pause, TimeUnit.NANOSECONDS);
    }
    context.fireChannelRead(message);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    // first those behind, so that what they make of it is known before this is no longer under way
    context.fireChannelInactive();
    finished();
    desk.lines().remove(this);
  }
}
