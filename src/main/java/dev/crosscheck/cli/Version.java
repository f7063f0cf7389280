package dev.crosscheck.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Crosscheck this is. */
final class Version implements IVersionProvider {

  /** As the jar's manifest has it; classes that run without a jar are in development. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"crosscheck " + number()};
  }
}
