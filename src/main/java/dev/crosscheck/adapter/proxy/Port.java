package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.capture.Reach;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A listening port, and what happens to those who connect. */
record Port(Channel listener, ProxyAddress address) {
  private static final int BACKLOG = 1024;
  private static final Duration BREATH = Duration.ofMillis(200);

  /**
   * @param number 0 for any that is free
   * @throws UncheckedIOException where it cannot be had, in the user's words
   */
  static Port open(Loops loops, Desk desk, Reach reach, int number, String name) {
    String host =
        switch (reach) {
          case LOOPBACK -> "127.0.0.1";
        };
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops.group())
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .handler(new Doorkeeper(desk.ledger()))
            .childHandler(new Newcomer(desk))
            .bind(host, number)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      String which = number == 0 ? "no port can be had" : "port " + number + " cannot be had";
      throw unchecked(which + " on " + host + " to record '" + name + "'", bound.cause());
    }
    InetSocketAddress local = (InetSocketAddress) bound.channel().localAddress();
    return new Port(bound.channel(), new ProxyAddress(host, local.getPort()));
  }

  /** What could not be had, and why, in words that need no trace beside them. */
  static UncheckedIOException unchecked(String what, Throwable failure) {
    return new UncheckedIOException(what + ": " + reason(failure), new IOException(failure));
  }

  /** The innermost reason, as the system gave it. */
  static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String said = String.valueOf(cause.getMessage());
    return said.contains("Too many open files")
        ? "too many open files (raise 'ulimit -n', or run fewer cells at once)"
        : said.toLowerCase(Locale.ROOT);
  }

  private static final class Newcomer extends ChannelInitializer<Channel> {
    private final Desk desk;

    Newcomer(Desk desk) {
      this.desk = desk;
    }

    @Override
    protected void initChannel(Channel channel) {
      Line line = new Line(desk, channel);
      channel.pipeline().addLast(line, new FirstByte(line, Route.direct()));
    }
  }

  private static final class Doorkeeper extends ChannelInboundHandlerAdapter {
    private final Ledger ledger;

    Doorkeeper(Ledger ledger) {
      this.ledger = ledger;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // those who knock wait in the system's queue meanwhile
      ledger.deaf("clients cannot be let in: " + reason(cause));
      context.channel().config().setAutoRead(false);
      context
          .executor()
          .schedule(
              () -> context.channel().config().setAutoRead(true),
              BREATH.toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }
}
