package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Program;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A program that is here.
 *
 * @param version where it was asked for
 */
record Tool(Program program, Path file, Optional<Version> version) {

  boolean hasMajorOf(Tool other) {
    return version.map(Version::major).equals(other.version.map(Version::major));
  }

  String versionText() {
    return version.map(Version::text).orElse("of an unknown version");
  }
}
