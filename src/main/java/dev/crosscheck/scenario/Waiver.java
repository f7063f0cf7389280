package dev.crosscheck.scenario;

import dev.crosscheck.finding.SourceLocation;
import java.util.Optional;

/**
 * A known red: still run; red is waived, green is a finding.
 *
 * @param scenario a scenario's id or slug
 * @param device a device's id, or {@code *}
 * @param row the name of the row that is red; empty for the whole scenario
 */
public record Waiver(
    SourceLocation at,
    String scenario,
    Optional<String> row,
    String device,
    String because,
    String since) {}
