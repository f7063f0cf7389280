package dev.crosscheck.finding;

/** How much a finding matters: an error stops the run before it starts, a warning does not. */
public enum Severity {
  ERROR,
  WARNING
}
