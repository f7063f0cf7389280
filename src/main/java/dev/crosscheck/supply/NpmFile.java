package dev.crosscheck.supply;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a published npm package: {@code npm:mixpanel-browser@2.83.0/dist/mixpanel.min.js}.
 *
 * @param version exact, never a range
 */
public record NpmFile(String name, String version, String path) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "npm:((?:@[a-z0-9~_][a-z0-9._~-]*/)?[a-z0-9~_][a-z0-9._~-]*)"
              + "@(\\d+\\.\\d+\\.\\d+(?:[-+][0-9A-Za-z.+-]+)?)/([^/].*)");

  public NpmFile {
    if (!WRITTEN.matcher(written(name, version, path)).matches()) {
      throw new IllegalArgumentException(
          "'" + written(name, version, path) + "' is not npm:name@version/path");
    }
  }

  /** Empty where the text is not {@code npm:name@version/path} with an exact version. */
  public static Optional<NpmFile> parse(String source) {
    Matcher written = WRITTEN.matcher(source);
    return written.matches()
        ? Optional.of(new NpmFile(written.group(1), written.group(2), written.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return written(name, version, path);
  }

  private static String written(String name, String version, String path) {
    return "npm:" + name + "@" + version + "/" + path;
  }
}
