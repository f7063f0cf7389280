package dev.crosscheck.cli;

import dev.crosscheck.adapter.hostapp.AppStamp;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.BuiltApp;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whether an app is there, and is what would be built now: the same rules on every platform. */
final class AppRules {
  /** The rule of an app that cannot be run at all. */
  static final String MISSING = "NoApp";

  private static final String OTHER = "OtherApp";
  private static final String STALE = "StaleApp";

  private final Supplier<Optional<String>> authority;

  /**
   * @param authority the fingerprint of the one that a run would use; empty where it would make one
   */
  AppRules(Supplier<Optional<String>> authority) {
    this.authority = authority;
  }

  /** Warnings. */
  List<Finding> findings(NamedApp named) {
    Optional<BuiltApp> built = named.built();
    if (built.isEmpty()) {
      Shortage none = named.namesNone();
      return List.of(warning(MISSING, named, String.valueOf(none.getMessage()), none.remedy()));
    }
    BuiltApp app = built.get();
    if (app.look() instanceof Presence.Missing missing) {
      return List.of(warning(MISSING, named, missing.reason(), missing.remedy()));
    }
    Optional<AppStamp> stamp = stamp(app);
    Optional<String> other = stamp.flatMap(read -> other(named, read));
    if (other.isPresent()) {
      String holds = "the app '" + app.path() + "' " + other.get();
      return List.of(warning(OTHER, named, holds, named.howToGet()));
    }
    List<Finding> findings = new ArrayList<>();
    age(named, app, stamp).ifPresent(findings::add);
    stamp.flatMap(read -> trust(named, app, read)).ifPresent(findings::add);
    return findings;
  }

  /** What is in it, where that is not what it is named for. */
  private static Optional<String> other(NamedApp named, AppStamp stamp) {
    if (!stamp.plugin().equals(named.plugin().id())) {
      return Optional.of("holds '" + stamp.plugin() + "'");
    }
    String lacking =
        named.sdks().stream()
            .map(Sdk::word)
            .filter(word -> !stamp.sdks().contains(word))
            .collect(Collectors.joining(" and "));
    return lacking.isEmpty() || stamp.sdks().isEmpty()
        ? Optional.empty()
        : Optional.of("is for " + String.join(" and ", stamp.sdks()) + ", not for " + lacking);
  }

  /**
   * What is in a host app of ours is known by its stamp, however old the file is; what else lies in
   * its project, and what another app was built from, by the files' times alone.
   */
  private static Optional<Finding> age(NamedApp named, BuiltApp app, Optional<AppStamp> stamp) {
    Set<String> now = stamp.isPresent() ? named.sourcesNow() : Set.of();
    boolean same = stamp.filter(read -> now.contains(read.sources())).isPresent();
    Optional<Path> newer = app.newerSource(same ? List.of() : named.sources());
    if (newer.isPresent()) {
      boolean justBuild = app.project().filter(newer.get()::startsWith).isPresent();
      return Optional.of(
          warning(
              STALE,
              named,
              "the app '%s' is older than '%s'".formatted(app.path(), newer.get()),
              justBuild ? app.howToBuild() : named.howToWrite(app)));
    }
    return same || now.isEmpty()
        ? Optional.empty()
        : Optional.of(
            warning(
                STALE,
                named,
                "the app '%s' is not what would be written now: '%s', its scenarios' %s, or Crosscheck"
                        .formatted(app.path(), named.plugin().name(), named.platform().asked())
                    + " itself has changed since",
                named.howToWrite(app)));
  }

  /** An app without an authority of its own trusts what its device does. */
  private Optional<Finding> trust(NamedApp named, BuiltApp app, AppStamp stamp) {
    return stamp.authority().isEmpty()
            || authority.get().filter(stamp.authority()::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            warning(
                "OtherAuthority",
                named,
                "the app '%s' trusts another certificate authority than this checkout's"
                    .formatted(app.path()),
                named.howToWrite(app)));
  }

  private static Finding warning(String rule, NamedApp named, String message, String remedy) {
    return Finding.warning(rule, named.plugin().at(), message, remedy);
  }

  private static Optional<AppStamp> stamp(BuiltApp app) {
    try {
      return AppStamp.of(app);
    } catch (IOException e) {
      return Optional.empty(); // whoever installs it will say so
    }
  }
}
