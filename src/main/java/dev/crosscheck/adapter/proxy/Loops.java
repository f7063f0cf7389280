package dev.crosscheck.adapter.proxy;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The few threads that do all of a recorder's reading and writing. */
final class Loops implements AutoCloseable {
  /** Accepting, registering, reading, and one more since the first may be half over. */
  private static final int ROUNDS = 4;

  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final EventLoopGroup group;

  /**
   * @throws java.io.UncheckedIOException where the system has no file descriptors left
   */
  Loops(int threads) {
    try {
      group =
          new MultiThreadIoEventLoopGroup(
              threads,
              new DefaultThreadFactory("crosscheck-proxy", true),
              NioIoHandler.newFactory());
    } catch (IllegalStateException e) {
      throw Port.unchecked("the recorder cannot start", e);
    }
  }

  EventLoopGroup group() {
    return group;
  }

  /** Whether the calling thread is one of them, and so must not wait for them. */
  boolean isOneOfThem(Thread thread) {
    for (EventExecutor loop : group) {
      if (loop.inEventLoop(thread)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Waits until all that clients had sent when this was called has been read, however far behind
   * the threads were: whatever came before is then in the ledger. Also, only after a loop's next
   * round does the system give up the ports that were closed.
   *
   * @return false where that took longer than {@code most}
   */
  boolean catchUp(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    for (int round = 0; round < ROUNDS; round++) {
      CountDownLatch done = new CountDownLatch(count());
      for (EventExecutor loop : group) {
        afterItsRound((SingleThreadEventLoop) loop, done);
      }
      if (!cameToZero(done, end)) {
        return false;
      }
    }
    return true;
  }

  /** A loop looks at its sockets, then at its tasks, then at its tail: so rounds cannot merge. */
  private static void afterItsRound(SingleThreadEventLoop loop, CountDownLatch done) {
    try {
      loop.execute(() -> loop.executeAfterEventLoopIteration(done::countDown));
    } catch (RejectedExecutionException ended) {
      done.countDown();
    }
  }

  /** Is not interrupted: a recording is also closed by threads that were. */
  private static boolean cameToZero(CountDownLatch done, long end) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return done.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private int count() {
    int count = 0;
    for (EventExecutor ignored : group) {
      count++;
    }
    return count;
  }

  @Override
  public void close() {
    group
        .shutdownGracefully(0, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(FAREWELL.toMillis());
  }
}
