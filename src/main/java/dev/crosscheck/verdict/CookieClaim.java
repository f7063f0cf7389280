package dev.crosscheck.verdict;

import dev.crosscheck.capture.Glob;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.scenario.Expectation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A cookie is there, or is not. */
record CookieClaim(Expectation.Cookie expected) implements Claim {

  @Override
  public Ruling open(Scope scope) {
    return kept().open(cookies(scope), scope);
  }

  @Override
  public Ruling closed(Scope scope) {
    return kept().closed(cookies(scope), scope);
  }

  @Override
  public Optional<Probe> probe() {
    return Optional.of(new Probe.Cookies());
  }

  private KeptClaim kept() {
    return new KeptClaim(expected, "cookie", expected.absent(), expected.value());
  }

  private Optional<List<Map.Entry<String, String>>> cookies(Scope scope) {
    return scope
        .observed(Observation.Cookies.class)
        .map(
            read ->
                read.cookies().stream()
                    .filter(this::isMeant)
                    .map(cookie -> Map.entry(cookie.name(), cookie.value()))
                    .toList());
  }

  private boolean isMeant(Observation.Cookie cookie) {
    return Glob.matches(expected.name(), cookie.name())
        && expected.domain().map(d -> bare(d).equals(bare(cookie.domain()))).orElse(true);
  }

  /** The leading dot means nothing any more (RFC 6265, 5.2.3). */
  private static String bare(String domain) {
    String name = domain.toLowerCase(Locale.ROOT);
    return name.startsWith(".") ? name.substring(1) : name;
  }
}
