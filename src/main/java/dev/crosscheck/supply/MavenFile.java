package dev.crosscheck.supply;

import java.nio.file.Path;

/** An artifact, and where it is on this machine. */
public record MavenFile(MavenArtifact artifact, Path file) {}
