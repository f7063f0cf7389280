package dev.crosscheck.adapter.local;

import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceLost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A profile that says nothing to its maker, and goes round no proxy. */
final class FirefoxProfile {
  /** Discard: nothing listens there, so what the browser says outside of sessions goes nowhere. */
  private static final int NOWHERE = 9;

  private FirefoxProfile() {}

  /** Writes one below the folder. */
  static Path in(Path folder, BrowserSpec spec) {
    try {
      Path profile = Files.createDirectories(folder.resolve("profile"));
      String lines =
          preferences(spec).entrySet().stream()
              .map(entry -> "user_pref(\"%s\", %s);%n".formatted(entry.getKey(), entry.getValue()))
              .collect(Collectors.joining());
      Files.writeString(profile.resolve("user.js"), lines);
      return profile;
    } catch (IOException e) {
      throw new DeviceLost("Firefox's profile cannot be written: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> preferences(BrowserSpec spec) {
    Map<String, String> all = new TreeMap<>();
    driven(all);
    nothingRoundTheProxy(all);
    silence(all);
    if (!spec.thirdPartyCookies()) {
      // BEHAVIOR_REJECT_FOREIGN; Firefox's own default keeps them, apart for every site.
      all.put("network.cookie.cookieBehavior", "1");
    }
    return all;
  }

  private static void driven(Map<String, String> all) {
    all.put("remote.active-protocols", "1");
    all.put("browser.shell.checkDefaultBrowser", "false");
    all.put("browser.startup.page", "0");
    all.put("browser.startup.homepage_override.mstone", text("ignore"));
    all.put("browser.newtabpage.enabled", "false");
    all.put("browser.aboutwelcome.enabled", "false");
    all.put("browser.sessionstore.resume_from_crash", "false");
    all.put("toolkit.startup.max_resumed_crashes", "-1");
    all.put("intl.accept_languages", text("en-US,en"));
    // Slow scripts and long waits are for the harness to judge.
    all.put("dom.ipc.reportProcessHangs", "false");
    all.put("dom.max_script_run_time", "0");
    all.put("dom.disable_beforeunload", "false");
  }

  private static void nothingRoundTheProxy(Map<String, String> all) {
    all.put("network.proxy.type", "1");
    all.put("network.proxy.http", text("127.0.0.1"));
    all.put("network.proxy.http_port", Integer.toString(NOWHERE));
    all.put("network.proxy.ssl", text("127.0.0.1"));
    all.put("network.proxy.ssl_port", Integer.toString(NOWHERE));
    all.put("network.proxy.no_proxies_on", text(""));
    all.put("network.proxy.allow_hijacking_localhost", "true");
    all.put("network.proxy.failover_direct", "false");
    all.put("network.proxy.allow_bypass", "false");
    all.put("network.trr.mode", "5");
    all.put("network.dns.disablePrefetch", "true");
    all.put("network.prefetch-next", "false");
    all.put("network.predictor.enabled", "false");
    all.put("network.http.speculative-parallel-limit", "0");
    all.put("network.http.http3.enable", "false");
    all.put("media.peerconnection.ice.proxy_only", "true");
    all.put("security.OCSP.enabled", "0");
  }

  private static void silence(Map<String, String> all) {
    all.put("app.update.enabled", "false");
    all.put("app.update.auto", "false");
    all.put("app.update.disabledForTesting", "true");
    all.put("app.normandy.enabled", "false");
    all.put("browser.safebrowsing.malware.enabled", "false");
    all.put("browser.safebrowsing.phishing.enabled", "false");
    all.put("browser.safebrowsing.downloads.enabled", "false");
    all.put("browser.safebrowsing.downloads.remote.enabled", "false");
    all.put("browser.safebrowsing.update.enabled", "false");
    all.put("browser.safebrowsing.provider.mozilla.updateURL", text(""));
    all.put("browser.region.update.enabled", "false");
    all.put("browser.region.network.url", text(""));
    all.put("browser.search.update", "false");
    all.put("browser.topsites.contile.enabled", "false");
    all.put("browser.newtabpage.activity-stream.feeds.topsites", "false");
    all.put("browser.newtabpage.activity-stream.feeds.section.topstories", "false");
    all.put("captivedetect.canonicalURL", text(""));
    all.put("network.captive-portal-service.enabled", "false");
    all.put("network.connectivity-service.enabled", "false");
    all.put("datareporting.policy.dataSubmissionEnabled", "false");
    all.put("datareporting.healthreport.uploadEnabled", "false");
    all.put("toolkit.telemetry.enabled", "false");
    all.put("toolkit.telemetry.unified", "false");
    all.put("toolkit.telemetry.server", text(""));
    all.put("dom.push.connection.enabled", "false");
    all.put("extensions.update.enabled", "false");
    all.put("extensions.getAddons.cache.enabled", "false");
    all.put("extensions.systemAddon.update.enabled", "false");
    all.put("media.gmp-manager.updateEnabled", "false");
    all.put("media.gmp-manager.url", text(""));
    all.put("services.settings.server", text("data:,#remote-settings-dummy/v1"));
    all.put("signon.autofillForms", "false");
  }

  private static String text(String value) {
    return '"' + value + '"';
  }
}
