package dev.crosscheck.scenario;

import dev.crosscheck.spec.SpecCall;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A Segment SDK that runs on devices, as far as plugins and scenarios meet it differently. */
public enum Sdk {
  ANALYTICS_NEXT("analytics-next", "web"),
  ANALYTICS_ANDROID("analytics-android", "android"),
  ANALYTICS_KOTLIN("analytics-kotlin", "android"),
  ANALYTICS_SWIFT("analytics-swift", "ios"),
  ANALYTICS_IOS("analytics-ios", "ios");

  private final String word;
  private final String platform;

  Sdk(String word, String platform) {
    this.word = word;
    this.platform = platform;
  }

  /** As it stands in files and reports. */
  public String word() {
    return word;
  }

  /** {@code web}, {@code android} or {@code ios}. */
  public String platform() {
    return platform;
  }

  public static Optional<Sdk> of(String word) {
    return Arrays.stream(values()).filter(sdk -> sdk.word.equals(word)).findFirst();
  }

  /** Whether it has a call of its own for this one. */
  public boolean has(SpecCall call) {
    return this == ANALYTICS_NEXT || call != SpecCall.PAGE;
  }

  /**
   * Whether an {@code integrations} object keeps events from a destination: its own entry decides,
   * else {@code All} does, of which analytics-kotlin and analytics-swift know nothing.
   */
  public boolean excludes(ObjectNode integrations, String plugin) {
    JsonNode own = integrations.path(plugin);
    if (!own.isMissingNode()) {
      return isFalse(own);
    }
    return !isOfPlugins() && isFalse(integrations.path("All"));
  }

  /** Whether everything in it is a plugin: what Segment adds to it later is one too. */
  public boolean isOfPlugins() {
    return this == ANALYTICS_KOTLIN || this == ANALYTICS_SWIFT;
  }

  private static boolean isFalse(JsonNode value) {
    return value.isBoolean() && !value.booleanValue();
  }
}
