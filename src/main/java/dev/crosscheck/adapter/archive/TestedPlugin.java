package dev.crosscheck.adapter.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crosscheck.matrix.DeviceModeEvidence;
import dev.crosscheck.matrix.PluginRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plugin in {@code matrix.json}.
 *
 * @param writeKeySetting Segment allows one; more are joined by a comma
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TestedPlugin(
    String name,
    String writeKeySetting,
    String sha256,
    Map<String, String> versions,
    List<Sign> deviceModeEvidence) {

  /**
   * What speaks for running it on the device.
   *
   * @param kind {@code traffic}, {@code script}, {@code cookie}, {@code storage} or {@code element}
   * @param devices on which it was seen
   * @param cell {@code device · plugin · scenario}, one of those in which it was seen
   */
  public record Sign(String kind, String words, List<String> devices, String cell) {
    static Sign of(DeviceModeEvidence seen) {
      return new Sign(
          seen.sign().kind().word(), seen.sign().words(), seen.devices(), seen.cell().toString());
    }
  }

  static TestedPlugin of(PluginRow row) {
    return new TestedPlugin(
        row.plugin().name(),
        String.join(", ", row.plugin().writeKeySetting()),
        row.sha256(),
        new TreeMap<>(row.versions()),
        row.deviceMode().stream().map(Sign::of).toList());
  }
}
