package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlowLinkTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void carriesSoManyBytesASecondFirstComeFirstServed() {
    SlowLink link = new SlowLink(50_000);

    assertThat(link.carry(50_000, 7)).isEqualTo(SECOND);
    assertThat(link.carry(25_000, 7)).as("behind the first").isEqualTo(SECOND * 3 / 2);
    assertThat(link.carry(5_000, 7 + SECOND)).as("still behind").isEqualTo(SECOND * 6 / 10);
  }

  @Test
  void savesNothingUpWhileItIsIdle() {
    SlowLink link = new SlowLink(50_000);
    link.carry(1, -5 * SECOND);

    assertThat(link.carry(5_000, 100 * SECOND)).isEqualTo(SECOND / 10);
  }
}
