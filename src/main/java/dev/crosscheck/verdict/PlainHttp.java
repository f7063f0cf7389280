package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.device.Observation;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.scenario.Plugin;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unwritten claim that everything travels over TLS. What a browser blocks as mixed content was
 * asked for in plain all the same, and only the console tells.
 */
final class PlainHttp {
  private static final Pattern INSECURE_URL = Pattern.compile("\\b(?:http|ws)://[^\\s'\"”’>)]+");

  private PlainHttp() {}

  static List<Mismatch> in(View view, Plugin plugin, List<Observation.Line> console) {
    List<Mismatch> found = new ArrayList<>();
    Set<String> told = new LinkedHashSet<>();
    for (Exchange exchange : view.capture().exchanges()) {
      String url = exchange.request().url();
      boolean plain = !exchange.request().isTls() && view.party(exchange) != Party.NOISE;
      if (plain && told.add(bare(url))) {
        found.add(
            Mismatches.unwritten(
                "a request without TLS", "https", Wording.cut(url), view, exchange.index()));
      }
    }
    for (Observation.Line line : console) {
      blocked(line.text())
          .filter(url -> partyOf(url, plugin) != Party.NOISE)
          .filter(url -> told.add(bare(url)))
          .ifPresent(
              url ->
                  found.add(
                      Mismatches.unwritten(
                          "a request without TLS, which the browser blocked",
                          "https",
                          Wording.cut(url))));
    }
    return found;
  }

  /** What a browser says that it blocked, in the words of Blink, Gecko and WebKit. */
  private static Optional<String> blocked(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean mixed = lower.contains("mixed") && lower.contains("content");
    boolean insecure = lower.contains("insecure") && !lower.contains("upgraded");
    boolean stopped = lower.contains("block") || lower.contains("must be served over https");
    if (!stopped || lower.contains("automatically upgraded") || !mixed && !insecure) {
      return Optional.empty();
    }
    Matcher url = INSECURE_URL.matcher(text);
    return url.find() ? Optional.of(url.group()) : Optional.empty();
  }

  private static Party partyOf(String url, Plugin plugin) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? Party.UNDECLARED : plugin.partyOf(host);
    } catch (IllegalArgumentException notAnAddress) {
      return Party.UNDECLARED;
    }
  }

  /** Without the query, which may differ each time. */
  private static String bare(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }
}
