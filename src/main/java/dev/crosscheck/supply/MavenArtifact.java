package dev.crosscheck.supply;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in a Maven repository: {@code com.acme:acme-android:2.0.1}, or with its ending {@code
 * com.acme:acme-android:aar:2.0.1}.
 *
 * @param extension {@code jar} or {@code aar}; empty where it is for the artifact's own POM to say
 * @param version exact, never a range
 */
public record MavenArtifact(String group, String name, Optional<String> extension, String version) {
  private static final int LONGEST = 300;

  private static final Pattern WRITTEN =
      Pattern.compile(
          "([A-Za-z0-9_.-]+):([A-Za-z0-9_.-]+):(?:(jar|aar):)?(\\d[0-9A-Za-z_.+-]*|[0-9A-Za-z_.+-]*\\d)");

  /** Empty where the text is not {@code group:artifact:version} with an exact version. */
  public static Optional<MavenArtifact> parse(String written) {
    Matcher parts = WRITTEN.matcher(written);
    return written.length() <= LONGEST && parts.matches()
        ? Optional.of(
            new MavenArtifact(
                parts.group(1),
                parts.group(2),
                Optional.ofNullable(parts.group(3)),
                parts.group(4)))
        : Optional.empty();
  }

  /** {@code group:artifact}, which has one version on a class path. */
  public String key() {
    return group + ":" + name;
  }

  @Override
  public String toString() {
    return key() + extension.map(ending -> ":" + ending).orElse("") + ":" + version;
  }
}
