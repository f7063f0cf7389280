package dev.crosscheck;

import dev.crosscheck.supply.Supply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Plugins for the web with one flaw each, and the sound ones that they are made of. */
final class FlawedWeb {
  private static final Path FLAWS = Variants.FLAWED.resolve("web");

  private FlawedWeb() {}

  /**
   * Lays out a project folder for each, which is named by {@link Flaw#id}.
   *
   * @param base an empty folder
   * @param scenarios their texts by name, the same for all; none: the plugins alone
   */
  static WebVariants in(
      Path base, Supply supply, Collection<WebFlaw> flaws, Map<String, String> scenarios)
      throws IOException {
    WebVariants flawed = new WebVariants(base, supply);
    for (WebFlaw flaw : flaws) {
      flawed.add(flaw.id(), flaw.sound(), modules(flaw), scenarios);
    }
    for (SoundWeb sound : SoundWeb.values()) {
      flawed.add(sound.id(), sound, List.of(), scenarios);
    }
    return flawed;
  }

  static List<Path> modules(WebFlaw flaw) {
    return List.of(
        FLAWS.resolve("retold.js"), FLAWS.resolve("between.js"), FLAWS.resolve(flaw.id() + ".js"));
  }
}
