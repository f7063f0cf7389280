package dev.crosscheck.support;

import dev.crosscheck.supply.MavenArtifact;
import dev.crosscheck.supply.MavenFile;
import dev.crosscheck.supply.NpmFile;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** A supply in which a script stands in for one program. */
public record OtherPrograms(Supply usual, Program program, Path standIn) implements Supply {

  /** A shell script in its place. */
  public static OtherPrograms with(Program program, Path folder, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(program.title()), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return new OtherPrograms(TestSupply.create(), program, file);
  }

  @Override
  public void gather(Set<Program> programs) {
    usual.gather(programs);
  }

  @Override
  public Path program(Program wanted) throws Shortage {
    return wanted == program ? standIn : usual.program(wanted);
  }

  @Override
  public Path nodeModules(String harness) throws Shortage {
    return usual.nodeModules(harness);
  }

  @Override
  public Path nodeModules(Path folder) throws Shortage {
    return usual.nodeModules(folder);
  }

  @Override
  public Path npmFile(NpmFile wanted) throws Shortage {
    return usual.npmFile(wanted);
  }

  @Override
  public List<MavenFile> artifacts(String harness, String section) throws Shortage {
    return usual.artifacts(harness, section);
  }

  @Override
  public List<MavenFile> resolve(List<MavenArtifact> wanted, String harness, String section)
      throws Shortage {
    return usual.resolve(wanted, harness, section);
  }

  @Override
  public boolean hasArtifacts(String harness, String section) {
    return usual.hasArtifacts(harness, section);
  }

  @Override
  public boolean hasNodeModules(String harness) {
    return usual.hasNodeModules(harness);
  }

  @Override
  public Presence look(Program wanted) {
    return usual.look(wanted);
  }

  @Override
  public Presence examine(Program wanted) {
    return usual.examine(wanted);
  }
}
