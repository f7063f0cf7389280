package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.cli.Wiring;
import dev.crosscheck.device.AppCode;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Plugins for Android with one flaw each are compiled, each to a class of its own. */
@ExtendWith(TestSupply.class)
final class FlawedAndroidIT {
  @TempDir Path folder;

  @Test
  void eachIsCompiledToAClassOfItsOwn(Supply supply) throws IOException, Shortage, BuildFailed {
    AndroidVariants plugins =
        FlawedAndroid.in(
            folder,
            Wiring.android(supply, System.getenv()),
            List.of(AndroidFlaw.values()),
            Map.of());
    Set<String> factories = new LinkedHashSet<>();
    for (Plugin plugin : plugins.project().plugins()) {
      Sdk sdk = sdk(plugin);
      AppCode code = plugins.build(plugin, sdk);
      factories.add(code.factory());

      assertThat(code.files().stream().map(file -> file.resolve(classFile(code))))
          .as(plugin.id())
          .anyMatch(Files::exists);
    }

    assertThat(factories).hasSize(AndroidFlaw.values().length + AndroidVariants.SOUND.size());
  }

  private static Sdk sdk(Plugin plugin) {
    return AndroidVariants.SOUND.keySet().stream()
        .filter(sdk -> plugin.android().flatMap(android -> android.of(sdk)).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static String classFile(AppCode code) {
    return code.factory().replace('.', '/') + ".class";
  }
}
