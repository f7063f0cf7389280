package dev.crosscheck;

import dev.crosscheck.supply.Supply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The sound Mixpanel plugin for the web, and every faulty one, with the scenarios that show it. */
final class FaultyWeb {
  static final String SOUND = "sound";

  private FaultyWeb() {}

  /**
   * @param base an empty folder
   */
  static WebVariants in(Path base, Supply supply) throws IOException {
    WebVariants faulty = new WebVariants(base, supply);
    for (WebFault fault : WebFault.values()) {
      List<Path> modules =
          List.of(
              Variants.FAULTS.resolve("behind.js"), Variants.FAULTS.resolve(fault.id() + ".js"));
      faulty.add(
          fault.id(), SoundWeb.MIXPANEL, modules, Variants.scenarios(List.of(fault.scenario())));
    }
    faulty.add(
        SOUND,
        SoundWeb.MIXPANEL,
        List.of(),
        Variants.scenarios(List.of("order", "alone", "charged")));
    return faulty;
  }
}
