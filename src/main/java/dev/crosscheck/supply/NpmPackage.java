package dev.crosscheck.supply;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published npm package that is itself the plugin: {@code
 * npm:@segment/analytics.js-integration-amplitude@3.3.3}.
 *
 * @param version exact, never a range
 */
public record NpmPackage(String name, String version) {
  private static final int LONGEST = 300;

  private static final Pattern WRITTEN =
      Pattern.compile(
          "npm:((?:@[a-z0-9~_][a-z0-9._~-]*/)?[a-z0-9~_][a-z0-9._~-]*)"
              + "@(\\d+\\.\\d+\\.\\d+(?:[-+][0-9A-Za-z.+-]+)?)");

  /** Empty where the text is not {@code npm:name@version} with an exact version. */
  public static Optional<NpmPackage> parse(String source) {
    Matcher written = WRITTEN.matcher(source);
    return source.length() <= LONGEST && written.matches()
        ? Optional.of(new NpmPackage(written.group(1), written.group(2)))
        : Optional.empty();
  }
}
