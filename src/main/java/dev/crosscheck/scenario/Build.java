package dev.crosscheck.scenario;

import dev.crosscheck.finding.SourceLocation;

/**
 * The partner's own build, which makes the files that a platform of plugin.yaml names.
 *
 * @param command for a shell, in the folder to which plugins' folders are relative
 */
public record Build(SourceLocation at, String command) {}
