package dev.crosscheck.scenario;

import dev.crosscheck.capture.Glob;
import java.util.List;

/**
 * The hosts that browsers ask by themselves, whatever flags they are given, those that Android and
 * Google Play's services ask on an emulator, and those that macOS and iOS ask. The latter two are
 * from Google's and Apple's documentation for networks; what they really ask has not been recorded.
 *
 * @see <a href="https://support.google.com/work/android/answer/10513641">Android's network
 *     requirements</a>
 * @see <a href="https://support.apple.com/101555">Apple's</a>
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
          "dl.google.com",
          "albert.apple.com",
          "captive.apple.com",
          "gs.apple.com",
          "humb.apple.com",
          "static.ips.apple.com",
          "tbsc.apple.com",
          "time.apple.com",
          "time-*.apple.com",
          "*.push.apple.com",
          "gdmf.apple.com",
          "mesu.apple.com",
          "xp.apple.com",
          "swscan.apple.com",
          "swdist.apple.com",
          "swcdn.apple.com",
          "certs.apple.com",
          "crl.apple.com",
          "ocsp.apple.com",
          "ocsp2.apple.com",
          "valid.apple.com",
          "configuration.apple.com",
          "*.ls.apple.com",
          "*.smoot.apple.com",
          "*.itunes.apple.com",
          "*.mzstatic.com",
          "*.icloud.com",
          "*.safebrowsing.apple");

  private DeviceNoise() {}

  static boolean isNoise(String host) {
    return HOSTS.stream().anyMatch(glob -> Glob.host(glob, host));
  }
}
