package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.HttpRequest;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits for the end of a TLS handshake, and then lets HTTP begin. */
final class Handshake extends ChannelInboundHandlerAdapter {
  private final Line line;
  private final Authority host;
  private boolean over;

  Handshake(Line line, Authority host) {
    this.line = line;
    this.host = host;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    if (event instanceof SslHandshakeCompletionEvent end && !over) {
      over = true;
      if (end.isSuccess()) {
        succeeded(context);
      } else {
        line.attempt(Route.to(host, true).sketch(), line.ended().orElse(trouble(end.cause())));
        line.hangUp("the TLS handshake failed");
      }
    }
    super.userEventTriggered(context, event);
  }

  private void succeeded(ChannelHandlerContext context) {
    Route route = Route.to(named(context), true);
    HttpRequest sketch = route.sketch().orElseThrow();
    line.desk().ledger().passing(line.number(), sketch);
    line.finished();
    line.asked(sketch);
    HttpConversation.begin(context.pipeline(), line, route);
    context.pipeline().remove(this);
  }

  /** A client that asked for an IP address says in the handshake which host it means. */
  private Authority named(ChannelHandlerContext context) {
    @Nullable String name =
        LeafKeys.serverName(context.pipeline().get(SslHandler.class).engine().getSession());
    return name != null && Authority.isIp(host.host()) ? host.named(name) : host;
  }

  /** What went wrong, as a reader of the matrix needs it. */
  static String trouble(Throwable cause) {
    String said = Optional.ofNullable(cause.getMessage()).orElse("").toLowerCase(Locale.ROOT);
    if (cause instanceof ClosedChannelException) {
      return "the client went away in the TLS handshake";
    } else if (cause instanceof SslHandshakeTimeoutException) {
      return "the TLS handshake was not over in time";
    } else if (said.contains("unknown_ca")
        || said.contains("certificate_unknown")
        || said.contains("bad_certificate")) {
      return "the client does not trust the certificate (" + said + ")";
    } else if (said.contains("aead cipher fragment (2)")) {
      // an alert in the clear, two bytes long, which Java takes for an encrypted record (OpenSSL)
      return "the client broke the TLS handshake off: it may not trust the certificate";
    }
    return "the TLS handshake failed: " + said;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // the event that comes with it says all
    if (over) {
      line.failed(cause);
    }
  }
}
