package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.device.DeviceLost;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What comes back from a WebDriver server, and what a command makes of it. */
class BidiConnectionTest {
  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private Channel server;
  private BidiConnection bidi;

  @BeforeEach
  void connect() throws Exception {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childHandler(new Conversation())
            .bind(any)
            .sync()
            .channel();
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    bidi =
        new BidiConnection(
            URI.create("ws://127.0.0.1:" + port + "/session"),
            Duration.ofSeconds(10),
            (m, p) -> {});
  }

  @AfterEach
  void disconnect() throws Exception {
    bidi.close();
    server.close().sync();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
  }

  @Test
  void aCommandHasItsAnswer() throws Exception {
    assertThat(send("answer").get(10, TimeUnit.SECONDS).path("said").asString()).isEqualTo("yes");
  }

  @Test
  void aRefusalIsTheCommandsOwn() {
    assertThatThrownBy(() -> send("no such frame").get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(WebDriverError.class)
        .hasRootCauseMessage("no such frame: it is so");
    assertThat(bidi.isOpen()).isTrue();
  }

  /** ChromeDriver may say so of a browser that died, and leave the connection open. */
  @Test
  void withoutASessionEveryCommandIsLost() {
    CompletableFuture<JsonNode> waiting = send("nothing");
    CompletableFuture<JsonNode> told = send("invalid session id");

    for (CompletableFuture<JsonNode> command : List.of(told, waiting)) {
      assertThatThrownBy(() -> command.get(10, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(DeviceLost.class)
          .hasRootCauseMessage("the connection to the browser is gone: its session has ended");
    }
    assertThat(bidi.isOpen()).isFalse();
  }

  @Test
  void aConnectionThatIsClosedLosesTheCommandsThatWait() {
    CompletableFuture<JsonNode> waiting = send("nothing");
    send("close");

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(DeviceLost.class);
  }

  @Test
  void oneThatIsToldToBeGoneTakesNoCommandAnyMore() {
    CompletableFuture<JsonNode> waiting = send("nothing");
    bidi.lost("its process has ended");

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .hasRootCauseMessage("the connection to the browser is gone: its process has ended");
    assertThatThrownBy(() -> send("answer").get(10, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(DeviceLost.class);
  }

  private CompletableFuture<JsonNode> send(String method) {
    return bidi.send(method, Json.object());
  }

  /** A server that does what the command's name says; any other name is an error's. */
  private static final class Conversation extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(
              new HttpServerCodec(),
              new HttpObjectAggregator(65_536),
              new WebSocketServerProtocolHandler("/session"),
              new SimpleChannelInboundHandler<TextWebSocketFrame>() {
                @Override
                protected void channelRead0(ChannelHandlerContext to, TextWebSocketFrame frame) {
                  JsonNode command = Json.read(frame.text());
                  answer(to.channel(), command.path("id").asLong(), command.path("method"));
                }
              });
    }

    private static void answer(Channel to, long id, JsonNode method) {
      var answer = Json.object().put("id", id);
      switch (method.asString()) {
        case "nothing" -> {}
        case "close" -> to.close();
        case "answer" -> {
          answer.put("type", "success").putObject("result").put("said", "yes");
          to.writeAndFlush(new TextWebSocketFrame(answer.toString()));
        }
        default -> {
          answer.put("type", "error").put("error", method.asString()).put("message", "it is so");
          to.writeAndFlush(new TextWebSocketFrame(answer.toString()));
        }
      }
    }
  }
}
