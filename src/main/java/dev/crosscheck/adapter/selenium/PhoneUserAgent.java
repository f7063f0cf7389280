package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Phone;

/**
 * What Chrome says of itself on a phone, with the version of the Chromium that really runs.
 *
 * <p>On Android it names neither model nor system version (user agent reduction): those are client
 * hints. On an iPhone it is CriOS, Chrome in Apple's WebKit: a customer's Chrome there, and not
 * Safari, which this browser must not claim to be.
 *
 * @see <a href="https://www.chromium.org/updates/ua-reduction/">User agent reduction</a>
 */
final class PhoneUserAgent {
  private PhoneUserAgent() {}

  /**
   * @param version of Chromium, in full
   */
  static String of(Phone phone, String version) {
    return switch (phone.system()) {
      case ANDROID ->
          "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
              + version.replaceFirst("\\..*", "")
              + ".0.0.0 Mobile Safari/537.36";
      case IOS ->
          "Mozilla/5.0 (iPhone; CPU iPhone OS "
              + phone.systemVersion().replace('.', '_')
              + " like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/"
              + version
              + " Mobile/15E148 Safari/604.1";
    };
  }
}
