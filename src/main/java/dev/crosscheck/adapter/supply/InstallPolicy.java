package dev.crosscheck.adapter.supply;

import java.util.Map;
import java.util.Optional;

/**
 * Whether programs may be installed or downloaded: CROSSCHECK_INSTALL.
 *
 * @param refusal why not; empty if they may
 */
record InstallPolicy(Optional<String> refusal) {
  private static final String VARIABLE = "CROSSCHECK_INSTALL";

  static InstallPolicy of(Map<String, String> environment) {
    String value = environment.getOrDefault(VARIABLE, "").strip();
    if (value.isEmpty()) {
      return new InstallPolicy(Optional.empty());
    }
    String rest = value.equals("never") ? "" : ", which is neither 'never' nor unset";
    return new InstallPolicy(Optional.of(VARIABLE + " is '" + value + "'" + rest));
  }

  boolean mayInstall() {
    return refusal.isEmpty();
  }
}
