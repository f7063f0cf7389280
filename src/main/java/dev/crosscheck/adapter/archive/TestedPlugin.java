package dev.crosscheck.adapter.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crosscheck.matrix.PluginRow;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plugin in {@code matrix.json}.
 *
 * @param writeKeySetting Segment allows one; more are joined by a comma
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TestedPlugin(
    String name, String writeKeySetting, String sha256, Map<String, String> versions) {
  static TestedPlugin of(PluginRow row) {
    return new TestedPlugin(
        row.plugin().name(),
        String.join(", ", row.plugin().writeKeySetting()),
        row.sha256(),
        new TreeMap<>(row.versions()));
  }
}
