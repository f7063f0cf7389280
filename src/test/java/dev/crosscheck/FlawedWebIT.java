package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Plugins with one flaw each can be built, and differ from the sound ones. */
@ExtendWith(TestSupply.class)
final class FlawedWebIT {
  @TempDir Path folder;

  @Test
  void eachIsBuiltAndDiffersFromTheSoundOne(Supply supply)
      throws IOException, Shortage, BuildFailed {
    WebVariants plugins = FlawedWeb.in(folder, supply, List.of(WebFlaw.values()), Map.of());
    Map<String, String> built = new LinkedHashMap<>();
    for (Plugin plugin : plugins.project().plugins()) {
      built.put(plugin.id(), plugins.build(plugin).sha256());
    }

    assertThat(built).hasSize(WebFlaw.values().length + SoundWeb.values().length);
    assertThat(built.values()).doesNotHaveDuplicates();
  }
}
