package dev.crosscheck.scenario;

import dev.crosscheck.capture.Glob;
import java.util.List;

/**
 * Whose the hosts are that a recording was asked for.
 *
 * @param besideOthers whether other programs of a Mac were led to it too: what macOS asks by itself
 *     is noise there, and nowhere else
 */
public record Parties(Plugin plugin, boolean besideOthers) {
  /**
   * From Apple's documentation for networks; what a Mac really asks has not been recorded.
   *
   * @see <a href="https://support.apple.com/101555">Apple's network requirements</a>
   */
  private static final List<String> MAC =
      List.of(
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
          "*.safebrowsing.apple",
          "ocsp.digicert.com",
          "ocsp.digicert.cn",
          "crl3.digicert.com",
          "crl4.digicert.com",
          "ocsp.entrust.net",
          "crl.entrust.net");

  public Party of(String host) {
    Party party = plugin.partyOf(host);
    boolean isMac = besideOthers && MAC.stream().anyMatch(glob -> Glob.host(glob, host));
    return isMac && party == Party.UNDECLARED ? Party.NOISE : party;
  }
}
