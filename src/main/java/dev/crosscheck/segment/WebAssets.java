package dev.crosscheck.segment;

import dev.crosscheck.capture.Body;
import java.util.Map;
import java.util.Optional;

/**
 * The published files of analytics.js as Segment's CDN serves them, and what goes with the page.
 *
 * @param version of analytics.js
 * @param analytics what {@code analytics.min.js} is
 * @param bundles what {@code /analytics-next/bundles/} holds, by file name
 * @param snippet Segment's snippet as customers paste it, without its last two calls: it defines
 *     {@code window.analytics} and the queue, and calls neither {@code load} nor {@code page}. The
 *     page itself calls {@code analytics.load(WRITE_KEY, options)}, so that a scenario can set the
 *     options
 * @param consentTools a classic script that leaves what @segment/analytics-consent-tools exports in
 *     {@code window.segmentConsentTools}
 */
public record WebAssets(
    String version, Body analytics, Map<String, Body> bundles, String snippet, Body consentTools) {
  /** The source's write key, invented and the same everywhere. */
  public static final String WRITE_KEY = "crosscheckWriteKey";

  public WebAssets {
    bundles = Map.copyOf(bundles);
  }

  public Optional<Body> bundle(String name) {
    return Optional.ofNullable(bundles.get(name));
  }
}
