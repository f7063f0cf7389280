package dev.crosscheck.device;

/** Whether a device can be had on this machine. */
public sealed interface Availability {
  /**
   * It is there, or will be once it is installed.
   *
   * @param how what will be used, such as {@code /usr/bin/chromium} or {@code apt: chromium}
   */
  record Available(String how) implements Availability {}

  /**
   * @param reason what is missing
   * @param remedy what to do about it
   */
  record Unavailable(String reason, String remedy) implements Availability {}
}
