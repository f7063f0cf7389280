package dev.crosscheck.scenario;

import dev.crosscheck.capture.Glob;
import java.util.List;

/** The hosts that browsers ask by themselves, whatever flags they are given. */
final class BrowserNoise {
  private static final List<String> HOSTS =
      List.of(
          "update.googleapis.com",
          "optimizationguide-pa.googleapis.com",
          "content-autofill.googleapis.com",
          "safebrowsing.googleapis.com",
          "accounts.google.com",
          "clients*.google.com",
          "android.clients.google.com",
          "*.gvt1.com",
          "*.services.mozilla.com",
          "*.cdn.mozilla.net",
          "*.mozilla.org",
          "detectportal.firefox.com");

  private BrowserNoise() {}

  static boolean isNoise(String host) {
    return HOSTS.stream().anyMatch(glob -> Glob.host(glob, host));
  }
}
