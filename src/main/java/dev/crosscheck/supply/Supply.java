package dev.crosscheck.supply;

import java.nio.file.Path;

/** Finds or fetches what a device needs. Slow the first time; never asks the network twice. */
public interface Supply {

  /** A program's executable file. */
  Path program(Program program) throws Shortage;

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

  /** Whether a program is here or could be fetched, as far as shows without trying; under 2 s. */
  boolean has(Program program);
}
