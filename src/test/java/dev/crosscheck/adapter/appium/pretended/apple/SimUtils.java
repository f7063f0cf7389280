package dev.crosscheck.adapter.appium.pretended.apple;

import java.util.List;

/**
 * {@code applesimutils}, as far as the driver asks it: for what {@code simctl privacy} does not
 * change well, or not without ending the app.
 */
final class SimUtils {
  private final Mac mac;

  SimUtils(Mac mac) {
    this.mac = mac;
  }

  /** {@code --byId UDID --bundle BUNDLE --setPermissions camera=yes}. */
  Said answer(List<String> words) {
    if (words.size() != 6
        || !words.get(0).equals("--byId")
        || !words.get(2).equals("--bundle")
        || !words.get(4).equals("--setPermissions")) {
      return Said.UNKNOWN;
    }
    return mac.running().stream()
        .filter(one -> one.udid().equals(words.get(1)))
        .findFirst()
        .map(one -> one.permit(words.get(3), words.get(5)))
        .orElse(Said.UNKNOWN);
  }
}
