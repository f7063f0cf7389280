package dev.crosscheck.scenario;

import dev.crosscheck.finding.SourceLocation;

/**
 * A known red: still run; red is waived, green is a finding.
 *
 * @param scenario a scenario's id or slug
 * @param device a device's id, or {@code *}
 */
public record Waiver(
    SourceLocation at, String scenario, String device, String because, String since) {}
