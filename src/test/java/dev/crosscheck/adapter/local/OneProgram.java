package dev.crosscheck.adapter.local;

import dev.crosscheck.supply.MavenArtifact;
import dev.crosscheck.supply.MavenFile;
import dev.crosscheck.supply.NpmFile;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  public void gather(Set<Program> programs) {}

  @Override
  public List<MavenFile> artifacts(String harness, String section) throws Shortage {
    throw new Shortage("no artifacts here", "");
  }

  @Override
  public List<MavenFile> resolve(List<MavenArtifact> wanted, String harness, String section)
      throws Shortage {
    throw new Shortage("no artifacts here", "");
  }

  @Override
  public boolean hasArtifacts(String harness, String section) {
    return false;
  }

  @Override
  public boolean hasNodeModules(String harness) {
    return false;
  }

  @Override
  public Presence look(Program program) {
    return new Presence.Here(file, Optional.empty());
  }

  @Override
  public Presence examine(Program program) {
    return look(program);
  }
}
