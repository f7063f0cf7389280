package dev.crosscheck.adapter.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.supply.Shortage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AsideTest {
  @Test
  void givesWhatTheWorkGives() throws Exception {
    assertThat(Aside.<String>get(() -> "done")).isEqualTo("done");
  }

  @Test
  void throwsWhatTheWorkThrows() {
    Shortage shortage = new Shortage("no milk", "buy some");

    assertThatThrownBy(
            () ->
                Aside.get(
                    () -> {
                      throw shortage;
                    }))
        .isSameAs(shortage);
    assertThatThrownBy(
            () ->
                Aside.get(
                    () -> {
                      throw new IllegalArgumentException("ours");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("ours");
  }

  @Test
  void letsGoOfWorkThatNoInterruptEnds() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                Aside.get(
                    () -> {
                      begun.countDown();
                      while (never.getCount() > 0) {
                        Thread.onSpinWait();
                      }
                      return "too late";
                    });
              } catch (Shortage | InterruptedException e) {
                thrown.set(e);
              }
            });
    waiting.start();
    begun.await();

    waiting.interrupt();
    waiting.join();

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    never.countDown();
  }
}
