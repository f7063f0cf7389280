package dev.crosscheck.adapter.local;

import dev.crosscheck.supply.NpmFile;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.nio.file.Path;

/** A machine on which every program is the same one. */
record OneProgram(Path file) implements Supply {
  @Override
  public Path program(Program program) {
    return file;
  }

  @Override
  public Path nodeModules(String harness) throws Shortage {
    throw new Shortage("no packages here", "");
  }

  @Override
  public Path nodeModules(Path folder) throws Shortage {
    throw new Shortage("no packages here", "");
  }

  @Override
  public Path npmFile(NpmFile wanted) throws Shortage {
    throw new Shortage("no packages here", "");
  }

  @Override
  public boolean has(Program program) {
    return true;
  }
}
