package dev.crosscheck;

import dev.crosscheck.adapter.robolectric.AndroidKit;
import dev.crosscheck.scenario.Sdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sound Mixpanel plugins for Android, and every faulty one, with the scenarios that show it.
 */
final class FaultyAndroid {
  static final String SOUND = "sound-";

  private static final String DEADLINE = "deadline: 8s\n";

  private FaultyAndroid() {}

  /**
   * @param base an empty folder
   */
  static AndroidVariants in(Path base, AndroidKit kit) throws IOException {
    AndroidVariants faulty =
        new AndroidVariants(base, kit, List.of(Variants.FAULTS.resolve("android")));
    for (AndroidFault fault : AndroidFault.values()) {
      faulty.add(fault.id(), fault.sdk(), fault.factory(), soon(Set.of(fault.scenario())));
    }
    for (Map.Entry<Sdk, String> sound : AndroidVariants.SOUND.entrySet()) {
      Sdk sdk = sound.getKey();
      faulty.add(SOUND + sdk.word(), sdk, sound.getValue(), soon(scenarios(sdk)));
    }
    return faulty;
  }

  /** In which a fault of the SDK must show. */
  private static Set<String> scenarios(Sdk sdk) {
    Set<String> scenarios = new TreeSet<>();
    for (AndroidFault fault : AndroidFault.values()) {
      if (fault.sdk() == sdk) {
        scenarios.add(fault.scenario());
      }
    }
    return scenarios;
  }

  /** What a fault keeps from coming need not be waited for as long as usual. */
  private static Map<String, String> soon(Set<String> names) throws IOException {
    Map<String, String> texts = Variants.scenarios(names);
    texts.replaceAll((name, text) -> text.contains("\ndeadline:") ? text : text + DEADLINE);
    return texts;
  }
}
