package dev.crosscheck.adapter.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.matrix.DeviceColumn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device in {@code matrix.json}, there or not.
 *
 * @param kind {@code browser}, {@code emulator}, {@code simulator}, {@code jvm} or {@code real}
 * @param engine null where there is none
 * @param name product and version; the id where it never started
 * @param notClosed why its way out is not closed; null where all that it sends is recorded
 * @param reason why it is not available
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TestedDevice(
    String id,
    String platform,
    String kind,
    @Nullable String engine,
    String name,
    @Nullable Sdk sdk,
    boolean emulated,
    @Nullable String notClosed,
    boolean available,
    @Nullable String reason) {

  /** The Segment SDK that runs on it. */
  public record Sdk(String name, String version) {}

  static TestedDevice of(DeviceColumn column) {
    DeviceSpec spec = column.spec();
    Optional<DeviceFacts> facts = column.facts();
    return new TestedDevice(
        spec.id(),
        spec.platform(),
        spec.kind(),
        facts.map(DeviceFacts::engine).filter(e -> !e.isEmpty()).orElseGet(() -> engine(spec)),
        facts.map(DeviceFacts::name).orElse(spec.id()),
        facts.map(f -> new Sdk(f.sdk(), f.sdkVersion())).orElse(null),
        column.isEmulated(),
        column.notClosed().orElse(null),
        column.isAvailable(),
        column.reason().orElse(null));
  }

  private static @Nullable String engine(DeviceSpec spec) {
    return spec instanceof BrowserSpec browser ? browser.browser().engine() : null;
  }
}
