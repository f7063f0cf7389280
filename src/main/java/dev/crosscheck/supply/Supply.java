package dev.crosscheck.supply;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Finds or fetches what a device needs. Slow the first time; never asks the network twice. */
public interface Supply {

  /** A program's executable file, which starts and is new enough where that can be told. */
  Path program(Program program) throws Shortage;

  /**
   * Fetches together what of these can be had in one go, which is quicker than one by one. Says
   * nothing of what is lacking afterwards: {@link #program} does.
   */
  void gather(Set<Program> programs);

  /**
   * The {@code node_modules} folder installed from a lock file that the project ships.
   *
   * @param harness a folder under {@code harness/} with package.json and package-lock.json
   */
  Path nodeModules(String harness) throws Shortage;

  /**
   * The {@code node_modules} folder installed from a lock file of the user's.
   *
   * @param folder holds package.json and package-lock.json; nothing is written to it
   */
  Path nodeModules(Path folder) throws Shortage;

  /** One file of a published npm package. */
  Path npmFile(NpmFile file) throws Shortage;

  /**
   * The files that a section of {@code harness/<harness>/artifacts.lock} names, in its order. Each
   * is what the lock's hash says.
   */
  List<MavenFile> artifacts(String harness, String section) throws Shortage;

  /**
   * Artifacts with what they need at run time, in the order of a class path. Versions that the
   * lock's section names hold, and what it names already is left out; one that is wanted in another
   * version than the lock's is refused.
   *
   * @throws Shortage where one of them, or one that they need, cannot be had; it says which and who
   *     needs it
   */
  List<MavenFile> resolve(List<MavenArtifact> wanted, String harness, String section)
      throws Shortage;

  /** Whether what {@link #artifacts} gives is here already. */
  boolean hasArtifacts(String harness, String section);

  /** Whether what {@link #nodeModules(String)} gives is here already. */
  boolean hasNodeModules(String harness);

  /** Starts nothing and fetches nothing; under 2 s. */
  Presence look(Program program);

  /** Starts what is here, to see that it starts, is new enough and which; fetches nothing. */
  Presence examine(Program program);

  /** Whether a program is here or could be fetched, as far as {@linkplain #look a look} shows. */
  default boolean has(Program program) {
    return !(look(program) instanceof Presence.Missing);
  }
}
