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
  ANALYTICS_KOTLIN("analytics-kotlin", "android");

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

  /** {@code web} or {@code android}. */
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
   * else {@code All} does, of which analytics-kotlin knows nothing.
   */
  public boolean excludes(ObjectNode integrations, String plugin) {
    JsonNode own = integrations.path(plugin);
    if (!own.isMissingNode()) {
      return isFalse(own);
    }
    return this != ANALYTICS_KOTLIN && isFalse(integrations.path("All"));
  }

  private static boolean isFalse(JsonNode value) {
    return value.isBoolean() && !value.booleanValue();
  }
}
