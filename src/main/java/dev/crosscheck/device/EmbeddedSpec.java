package dev.crosscheck.device;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Android within a JVM: the real framework and the real Segment SDK on Robolectric. It is no
 * emulator, and never counts as one (truth 6).
 *
 * @param api Android's API level, such as 34
 */
public record EmbeddedSpec(String id, SourceLocation at, int api, Sdk sdk) implements DeviceSpec {
  /** The API levels that can be run; the greater ones need a newer JDK. */
  public static final List<Integer> LEVELS = List.of(34, 35, 36);

  public static final int USUAL_LEVEL = 34;

  private static final Duration MORE_THAN_BROWSERS = Duration.ofSeconds(5);

  @Override
  public String platform() {
    return "android";
  }

  @Override
  public String kind() {
    return "jvm";
  }

  @Override
  public Optional<String> notClosed() {
    return Optional.empty();
  }

  @Override
  public Set<String> words() {
    return new LinkedHashSet<>(List.of("android", "jvm", sdk.word(), id));
  }

  @Override
  public Duration deadline(Duration usual) {
    return usual.plus(MORE_THAN_BROWSERS);
  }

  @Override
  public Optional<String> cannot(Scenario scenario) {
    return AppLimits.cannot(scenario, sdk);
  }
}
