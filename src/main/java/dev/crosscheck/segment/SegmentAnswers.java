package dev.crosscheck.segment;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.HttpRequest;

/**
 * Segment's CDN and API as analytics.js meets them.
 *
 * @param settings what the settings endpoint serves
 * @param plugin on the CDN, if it is one that is delivered from there
 */
record SegmentAnswers(WebAssets assets, Body settings, CdnPlugin plugin) {
  private static final String CDN = "cdn.segment.com";
  private static final String API = "api.segment.io";
  private static final String BUNDLES = "/analytics-next/bundles/";

  Answer to(HttpRequest request) {
    if (request.isPreflight()) {
      return CrossOrigin.preflight(request);
    }
    return switch (request.host()) {
      case CDN -> cdn(request.path());
      case API ->
          request.path().startsWith("/v1/")
              ? Answer.of(200, MediaType.JSON, Body.of("{\"success\":true}"))
              : unknown(request);
      default -> unknown(request);
    };
  }

  private Answer cdn(String path) {
    if (path.equals("/analytics.js/v1/" + WebAssets.WRITE_KEY + "/analytics.min.js")) {
      return Answer.of(200, MediaType.SCRIPT, assets.analytics());
    } else if (path.equals("/v1/projects/" + WebAssets.WRITE_KEY + "/settings")) {
      return Answer.of(200, MediaType.JSON, settings);
    } else if (path.startsWith(BUNDLES)) {
      return assets
          .bundle(path.substring(BUNDLES.length()))
          .<Answer>map(bundle -> Answer.of(200, MediaType.SCRIPT, bundle))
          .orElseGet(() -> unknown(CDN + path));
    }
    return plugin
        .at(path)
        .<Answer>map(bundle -> Answer.of(200, MediaType.SCRIPT, bundle))
        .orElseGet(() -> unknown(CDN + path));
  }

  private static Answer unknown(HttpRequest request) {
    return unknown(request.host() + request.path());
  }

  private static Answer unknown(String what) {
    return Answer.of(404, MediaType.TEXT, Body.of("Segment has no " + what + "\n"));
  }
}
