package dev.crosscheck.scenario;

import dev.crosscheck.capture.Glob;
import java.util.List;

/**
 * The hosts that browsers ask by themselves, whatever flags they are given, and those that Android
 * and Google Play's services ask on an emulator. The latter are from Google's documentation for
 * networks and firewalls; what an emulator really asks has not been recorded.
 *
 * @see <a href="https://support.google.com/work/android/answer/10513641">Android's network
 *     requirements</a>
 */
final class DeviceNoise {
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
          "detectportal.firefox.com",
          "connectivitycheck.gstatic.com",
          "connectivitycheck.android.com",
          "play.googleapis.com",
          "android.googleapis.com",
          "android.apis.google.com",
          "mtalk.google.com",
          "mtalk4.google.com",
          "mtalk-staging.google.com",
          "mtalk-dev.google.com",
          "alt*-mtalk.google.com",
          "device-provisioning.googleapis.com",
          "time.google.com",
          "time.android.com",
          "play.google.com",
          "*.ggpht.com",
          "dl.google.com");

  private DeviceNoise() {}

  static boolean isNoise(String host) {
    return HOSTS.stream().anyMatch(glob -> Glob.host(glob, host));
  }
}
