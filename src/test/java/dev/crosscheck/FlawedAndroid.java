package dev.crosscheck;

import dev.crosscheck.adapter.robolectric.AndroidKit;
import dev.crosscheck.scenario.Sdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Plugins for Android with one flaw each, and the sound ones that they are made of. */
final class FlawedAndroid {
  static final String SOUND = "sound-";

  private FlawedAndroid() {}

  /**
   * Lays out a project folder for each, which is named by {@link Flaw#id}.
   *
   * @param base an empty folder
   * @param scenarios their texts by name, the same for all; none: the plugins alone
   */
  static AndroidVariants in(
      Path base, AndroidKit kit, Collection<AndroidFlaw> flaws, Map<String, String> scenarios)
      throws IOException {
    AndroidVariants flawed =
        new AndroidVariants(
            base,
            kit,
            List.of(Variants.FAULTS.resolve("android"), Variants.FLAWED.resolve("android")));
    for (AndroidFlaw flaw : flaws) {
      flawed.add(flaw.id(), flaw.sdk(), flaw.factory(), scenarios);
    }
    for (Map.Entry<Sdk, String> sound : AndroidVariants.SOUND.entrySet()) {
      Sdk sdk = sound.getKey();
      flawed.add(SOUND + sdk.word(), sdk, sound.getValue(), scenarios);
    }
    return flawed;
  }
}
