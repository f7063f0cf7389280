package dev.crosscheck.adapter.supply;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the Maven build that started us was told, so that we do as it does; all empty where none
 * did.
 *
 * @param repository the local repository, where that is not for settings.xml to say
 * @param settings {@code mvn -s}
 * @param offline {@code mvn -o}
 */
record MavenBuild(Optional<Path> repository, Optional<Path> settings, boolean offline) {
  private static final List<String> OFFLINE = List.of("-o", "--offline");
  private static final List<String> SETTINGS = List.of("-s", "--settings");

  /**
   * @param property a system property's value, or null: Surefire and Failsafe say where the build's
   *     local repository is
   * @param environment Maven's launcher says there what its command line was
   */
  static MavenBuild of(UnaryOperator<@Nullable String> property, Map<String, String> environment) {
    Optional<Path> settings = Optional.empty();
    boolean offline = false;
    Iterator<String> words =
        List.of(environment.getOrDefault("MAVEN_CMD_LINE_ARGS", "").strip().split("\\s+"))
            .iterator();
    while (words.hasNext()) {
      String word = words.next();
      offline |= OFFLINE.contains(word);
      if (SETTINGS.contains(word) && words.hasNext()) {
        settings = Optional.of(Path.of(words.next()).toAbsolutePath());
      }
    }
    return new MavenBuild(
        path(property.apply("maven.repo.local")).or(() -> path(property.apply("localRepository"))),
        settings,
        offline);
  }

  private static Optional<Path> path(@Nullable String written) {
    return Optional.ofNullable(written)
        .filter(Predicate.not(String::isBlank))
        .map(text -> Path.of(text).toAbsolutePath());
  }
}
