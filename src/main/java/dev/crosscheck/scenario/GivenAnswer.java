package dev.crosscheck.scenario;

/**
 * What a scenario has the partner answer, before what plugin.yaml says.
 *
 * @param shuts it keeps the plugin silent: a gate, which the twin opens by leaving it out
 */
public record GivenAnswer(DeclaredAnswer answer, boolean shuts) {}
