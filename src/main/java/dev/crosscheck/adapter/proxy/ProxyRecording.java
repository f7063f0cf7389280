package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.capture.StillSending;
import io.netty.channel.ChannelFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One port, its connections, and what came over them. */
final class ProxyRecording implements Recording {
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

  private final Port port;
  private final Desk desk;
  private final Loops loops;
  private final Consumer<ProxyRecording> whenShut;

  ProxyRecording(Port port, Desk desk, Loops loops, Consumer<ProxyRecording> whenShut) {
    this.port = port;
    this.desk = desk;
    this.loops = loops;
    this.whenShut = whenShut;
  }

  @Override
  public ProxyAddress address() {
    return port.address();
  }

  @Override
  public Capture soFar() {
    return desk.ledger().traffic().capture();
  }

  @Override
  public boolean await(Predicate<Capture> until, Deadline by) {
    while (true) {
      Traffic traffic = desk.ledger().traffic();
      if (until.test(traffic.capture())) {
        return true;
      }
      long left = Settling.nanosLeft(by);
      if (traffic.hasEnded() || left == 0) {
        return false;
      }
      desk.ledger().awaitNewerThan(traffic.version(), left);
    }
  }

  @Override
  public void answer(Answers now) {
    desk.conditions().change(now);
    List<ChannelFuture> cut = new ArrayList<>();
    for (Line line : desk.lines()) {
      Unreachable.of(now, line.latest()).ifPresent(why -> cut.add(line.cut(why.end())));
    }
    if (!cut.isEmpty()) {
      waitFor(cut);
    }
  }

  @Override
  public Capture settle(Duration quiet, Predicate<Exchange> counts, Deadline by)
      throws StillSending {
    return new Settling(desk.ledger(), loops, quiet, counts).settle(by);
  }

  @Override
  public Capture seal(Duration quiet, Predicate<Exchange> counts, Deadline by) throws StillSending {
    Capture sealed = new Settling(desk.ledger(), loops, quiet, counts).seal(by);
    shut();
    return sealed;
  }

  @Override
  public void close() {
    desk.ledger().close("the recording was closed before the answer");
    shut();
  }

  private void shut() {
    waitFor(List.of(port.listener().close()));
    cutAll("the recording had ended");
    whenShut.accept(this);
  }

  /** Ends every connection, and returns when whatever that means for exchanges is recorded. */
  private void cutAll(String why) {
    waitFor(desk.lines().stream().map(line -> line.cut(why)).toList());
  }

  private void waitFor(List<ChannelFuture> ends) {
    if (!loops.isOneOfThem(Thread.currentThread())) {
      ends.forEach(end -> end.awaitUninterruptibly(LONGEST_FAREWELL.toMillis()));
      loops.catchUp(LONGEST_FAREWELL);
    }
  }
}
