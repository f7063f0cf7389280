package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Network;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Answers the requests of one connection, in the order in which they were read. */
final class Turns {

  /**
   * @param due when it may be answered, on the ledger's stopwatch
   * @param trouble why it cannot be answered as it should; empty where it can
   */
  private record Turn(
      Entry entry, Answer answer, long due, boolean keepsAlive, Optional<String> trouble) {}

  private final Line line;
  private final Deque<Turn> waiting = new ArrayDeque<>();
  private boolean encouragementDue;
  private @Nullable Future<?> later;

  Turns(Line line) {
    this.line = line;
  }

  boolean areOver() {
    return waiting.isEmpty();
  }

  /** Decides on the answer to a request that was read, and gives it when its turn comes. */
  void take(ChannelHandlerContext context, Entry entry, Answers answers, boolean keepsAlive) {
    waiting.add(decide(entry, answers, keepsAlive));
    line.answering(true);
    if (waiting.size() == 1) {
      next(context);
    }
  }

  /** The client waits for {@code 100 Continue} before it sends the body (RFC 9110, 10.1.1). */
  void encourage(ChannelHandlerContext context) {
    encouragementDue = !waiting.isEmpty();
    if (!encouragementDue) {
      ChannelFuture ignored =
          context.writeAndFlush(
              new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
  }

  /** The connection is gone. */
  void end(String why) {
    if (later != null) {
      later.cancel(false);
    }
    for (Turn turn : waiting) {
      turn.entry.troubled(turn.answer instanceof Answer.Never ? "never answered; " + why : why);
    }
    waiting.clear();
  }

  private Turn decide(Entry entry, Answers answers, boolean keepsAlive) {
    HttpRequest request = entry.request();
    Answer answer;
    Optional<String> trouble = Optional.empty();
    try {
      answer = Objects.requireNonNull(answers.to(request), "there was no answer");
    } catch (RuntimeException e) {
      trouble = Optional.of(inWords(e));
      answer = failure(trouble.get());
    }
    long due = line.desk().ledger().now();
    if (answers.network(request.host()) instanceof Network.Slow slow) {
      due += slow.latency().toNanos();
    }
    if (answer instanceof Answer.Respond respond) {
      due += respond.delay().toNanos();
    } else if (answer instanceof Answer.BrokenOff broken) {
      due += broken.whole().delay().toNanos();
    }
    return new Turn(entry, answer, due, keepsAlive, trouble);
  }

  private void next(ChannelHandlerContext context) {
    Turn turn = waiting.peek();
    if (turn == null) {
      line.answering(false);
      if (encouragementDue) {
        encourage(context);
      }
      return;
    }
    long left = turn.due - line.desk().ledger().now();
    if (left <= 0) {
      perform(context, turn);
    } else {
      later = context.executor().schedule(() -> perform(context, turn), left, TimeUnit.NANOSECONDS);
    }
  }

  private void perform(ChannelHandlerContext context, Turn turn) {
    if (turn.answer instanceof Answer.Reset) {
      turn.entry.troubled("connection reset on request");
      line.reset("connection reset before the answer");
    } else if (turn.answer instanceof Answer.Upgrade upgrade) {
      upgrade(context, turn, upgrade);
    } else if (turn.answer instanceof Answer.Respond respond) {
      respond(context, turn, respond);
    } else if (turn.answer instanceof Answer.BrokenOff broken) {
      breakOff(context, turn, broken);
    } else if (turn.answer instanceof Answer.Held held) {
      held.until()
          .whenComplete(
              (released, failure) ->
                  context.executor().execute(() -> release(context, turn, held)));
    }
    // and nothing at all for Never
  }

  private void release(ChannelHandlerContext context, Turn turn, Answer.Held held) {
    if (waiting.peek() == turn) {
      perform(context, new Turn(turn.entry, held.then(), turn.due, turn.keepsAlive, turn.trouble));
    }
  }

  private void respond(ChannelHandlerContext context, Turn turn, Answer.Respond respond) {
    Reply reply;
    try {
      reply = Reply.to(turn.entry.request().method(), respond, turn.keepsAlive);
    } catch (RuntimeException e) {
      fail(context, turn, e);
      return;
    }
    write(context, turn, reply, turn.trouble);
  }

  private void breakOff(ChannelHandlerContext context, Turn turn, Answer.BrokenOff broken) {
    Reply reply;
    try {
      reply = Reply.breakingOff(turn.entry.request().method(), broken, turn.keepsAlive);
    } catch (RuntimeException e) {
      fail(context, turn, e);
      return;
    }
    String why =
        (broken.reset() ? "connection reset after " : "truncated after ")
            + reply.recorded().body().size()
            + " of "
            + reply.length()
            + " bytes";
    writer(context, turn)
        .write(
            reply,
            () -> {
              turn.entry.answered(reply.recorded(), Optional.of(why));
              waiting.remove();
              if (broken.reset()) {
                line.reset("the answer before broke off");
              } else {
                line.hangUp("the answer before broke off");
              }
            });
  }

  private void fail(ChannelHandlerContext context, Turn turn, RuntimeException unsendable) {
    String trouble = inWords(unsendable);
    Reply reply = Reply.to(turn.entry.request().method(), failure(trouble), turn.keepsAlive);
    write(context, turn, reply, Optional.of(trouble));
  }

  private AnswerWriter writer(ChannelHandlerContext context, Turn turn) {
    return new AnswerWriter(context, line.desk().conditions(), turn.entry.request().host());
  }

  private void write(
      ChannelHandlerContext context, Turn turn, Reply reply, Optional<String> trouble) {
    writer(context, turn)
        .write(
            reply,
            () -> {
              turn.entry.answered(reply.recorded(), trouble);
              waiting.remove();
              if (reply.closes()) {
                line.hangUp("the answer before closed the connection");
              } else {
                next(context);
              }
            });
  }

  private void upgrade(ChannelHandlerContext context, Turn turn, Answer.Upgrade upgrade) {
    Reply reply;
    try {
      reply = WebSocketHandshake.accept(turn.entry.request());
    } catch (IllegalArgumentException e) {
      fail(context, turn, e);
      return;
    }
    waiting.remove();
    end("the connection was upgraded before the answer");
    line.answering(false);
    WebSocketTalk.begin(context, line, turn.entry, reply, upgrade.greeting());
  }

  private static Answer.Respond failure(String trouble) {
    return Answer.of(500, "text/plain; charset=utf-8", Body.of(trouble + "\n"));
  }

  private static String inWords(RuntimeException e) {
    return "answering failed" + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }
}
