package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.HttpRequest;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one connection, and has them recorded and answered. */
final class HttpConversation extends SimpleChannelInboundHandler<HttpObject> {
  private static final int LONGEST_COMPLAINT = 200;

  private final Line line;
  private final Route route;
  private final RequestDecoder decoder;
  private final Turns turns;
  private @Nullable IncomingRequest incoming;
  private boolean spoken;

  private HttpConversation(Line line, Route route, RequestDecoder decoder) {
    this.line = line;
    this.route = route;
    this.decoder = decoder;
    this.turns = new Turns(line);
  }

  static void begin(ChannelPipeline pipeline, Line line, Route route) {
    RequestDecoder decoder = new RequestDecoder();
    pipeline.addLast(
        decoder, new HttpResponseEncoder(), new HttpConversation(line, route, decoder));
  }

  /** Makes way for another protocol; what was read too far goes to the handlers added before. */
  static void leave(ChannelPipeline pipeline) {
    pipeline.remove(HttpConversation.class);
    pipeline.remove(HttpResponseEncoder.class);
    pipeline.remove(RequestDecoder.class);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (line.ended().isPresent()) {
      return;
    }
    if (part.decoderResult().isFailure()) {
      refuseMalformed(context, part.decoderResult().cause().getMessage());
      return;
    }
    if (part instanceof io.netty.handler.codec.http.HttpRequest head) {
      begin(context, head);
    }
    if (part instanceof HttpContent content && incoming != null) {
      incoming.add(content.content());
      if (content instanceof LastHttpContent) {
        IncomingRequest complete = incoming;
        incoming = null;
        end(context, complete);
      }
    }
  }

  private void begin(ChannelHandlerContext context, io.netty.handler.codec.http.HttpRequest head) {
    decoder.headEnded();
    spoken = true;
    try {
      incoming = read(head);
    } catch (MalformedRequest e) {
      refuseMalformed(context, e.getMessage());
      return;
    }
    HttpRequest sketch = incoming.sketch();
    line.asked(sketch);
    Optional<Unreachable> unreachable =
        Unreachable.of(line.desk().conditions().answers(), Optional.of(sketch));
    if (unreachable.isPresent()) {
      refuse(context, sketch, unreachable.get());
    } else if (HttpUtil.is100ContinueExpected(head)) {
      turns.encourage(context);
    }
  }

  private IncomingRequest read(io.netty.handler.codec.http.HttpRequest head)
      throws MalformedRequest {
    if (!head.method().equals(HttpMethod.CONNECT)) {
      return new IncomingRequest(head, Address.of(head, route), route.scheme(), line.desk().kept());
    }
    if (route.tunnel().isPresent()) {
      throw new MalformedRequest("CONNECT within a tunnel");
    }
    Address tunnel = new Address(Authority.parse(head.uri(), 443), "");
    return new IncomingRequest(head, tunnel, "https", line.desk().kept());
  }

  private void end(ChannelHandlerContext context, IncomingRequest complete) {
    HttpRequest request = complete.whole();
    // asked once: a request is recorded and answered under the same answers, even if they change
    Answers answers = line.desk().conditions().answers();
    Optional<Unreachable> unreachable = Unreachable.of(answers, Optional.of(request));
    if (unreachable.isPresent()) {
      refuse(context, request, unreachable.get());
    } else if (request.method().equals(HttpMethod.CONNECT.name())) {
      openTunnel(context, new Authority(request.host(), request.port()));
    } else {
      Optional<Entry> entry = line.desk().ledger().request(line.number(), request);
      if (entry.isPresent()) {
        turns.take(context, entry.get(), answers, complete.keepsAlive());
      } else {
        line.reset("the recording had ended");
      }
    }
  }

  private void openTunnel(ChannelHandlerContext context, Authority host) {
    Route tunnel = Route.to(host, false);
    line.unfinished(tunnel.sketch(), "the tunnel to " + host + " is not in use yet");
    ChannelFuture ignored =
        context.writeAndFlush(
            new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                new HttpResponseStatus(200, "Connection established"),
                Unpooled.EMPTY_BUFFER));
    context.pipeline().addLast(new FirstByte(line, tunnel));
    leave(context.pipeline());
  }

  /**
   * A proxy that cannot reach a host answers CONNECT with 502 and says why. To a request that it
   * was to pass on it would too, but as the host's answer, for which a client would take it.
   */
  private void refuse(ChannelHandlerContext context, HttpRequest request, Unreachable why) {
    incoming = null;
    line.attempt(Optional.of(request), why.refusal());
    if (why.error().isEmpty() || !request.method().equals("CONNECT") || !turns.areOver()) {
      line.reset(why.refusal());
      return;
    }
    Answer.Respond badGateway =
        Answer.empty(502).with("Proxy-Status", "crosscheck; error=" + why.error().get());
    new AnswerWriter(context, line.desk().conditions(), request.host())
        .write(Reply.to("GET", badGateway, false), () -> line.hangUp(why.refusal()));
  }

  private void refuseMalformed(ChannelHandlerContext context, @Nullable String why) {
    String complaint = "malformed request: " + shortened(why == null ? "not HTTP/1.1" : why);
    Optional<HttpRequest> about = about();
    incoming = null;
    line.attempt(about, complaint);
    if (turns.areOver()) {
      Answer.Respond bad = Answer.of(400, "text/plain; charset=utf-8", Body.of(complaint + "\n"));
      Reply reply = Reply.to("GET", bad, false);
      new AnswerWriter(context, line.desk().conditions(), route.host())
          .write(reply, () -> line.hangUp(complaint));
    } else {
      line.reset(complaint);
    }
  }

  private Optional<HttpRequest> about() {
    return incoming == null ? route.sketch() : Optional.of(incoming.sketch());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_COMPLAINT ? text : text.substring(0, LONGEST_COMPLAINT) + "…";
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (incoming != null) {
      HttpRequest sketch = incoming.sketch();
      line.unfinished(
          Optional.of(sketch),
          sketch.method() + " " + sketch.host() + sketch.path() + " is still being read");
    } else if (decoder.isWithinHead() && line.ended().isEmpty()) {
      line.unfinished(route.sketch(), "a request to " + route + " is still being read");
    } else if (!context.isRemoved()) {
      line.finished();
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    String why = line.ended().orElse("client went away before the answer");
    if (incoming != null) {
      line.attempt(about(), line.ended().orElse("the client went away in the middle of a request"));
      incoming = null;
    }
    turns.end(why);
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause.getCause() instanceof SSLException broken && !spoken) {
      // some clients look at a certificate only when the handshake is over
      line.attempt(route.sketch(), Handshake.trouble(broken));
      line.hangUp("TLS broke");
    } else {
      line.failed(cause);
    }
  }
}
