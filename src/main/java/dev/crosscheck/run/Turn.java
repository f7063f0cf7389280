package dev.crosscheck.run;

import java.util.concurrent.Semaphore;

/**
 * A cell's leave to keep the machine busy. Opening a page and performing steps is work; what
 * follows is waiting, and another cell may work meanwhile.
 */
final class Turn implements AutoCloseable {
  private final Semaphore places;
  private boolean has;

  /**
   * @param places as many as cells may work at once; fair
   */
  Turn(Semaphore places) {
    this.places = places;
  }

  /** Waits for a place, unless it has one. */
  void work() throws InterruptedException {
    if (!has) {
      places.acquire();
      has = true;
    }
  }

  /** Only waits from here on. */
  void rest() {
    if (has) {
      has = false;
      places.release();
    }
  }

  @Override
  public void close() {
    rest();
  }
}
