package dev.crosscheck.adapter.supply;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system image of Android's SDK, by its folder in it: {@code
 * system-images/android-34/google_apis/x86_64}.
 */
record SystemImage(String folder) {
  private static final int USUAL_API = 34;
  private static final Pattern API = Pattern.compile("api[-_ ]?(\\d{2})(?!\\d)");

  /** As an AVD's config.ini has it, which has the system's own separators and one at the end. */
  static SystemImage written(String sysdir) {
    return new SystemImage(sysdir.replace('\\', '/').replaceAll("/+$", ""));
  }

  /**
   * The one that an AVD should have, going by its name.
   *
   * @param processor as Java names it: {@code amd64}, {@code aarch64}
   */
  static SystemImage meantBy(String avd, String processor) {
    Matcher api = API.matcher(avd.toLowerCase(Locale.ROOT));
    return new SystemImage(
        "system-images/android-%s/google_apis/%s"
            .formatted(
                api.find() ? api.group(1) : String.valueOf(USUAL_API),
                processor.equals("aarch64") ? "arm64-v8a" : "x86_64"));
  }

  /** As sdkmanager calls it. */
  String packageName() {
    return folder.replace('/', ';');
  }

  /** The command that installs it. */
  String install() {
    return "sdkmanager \"" + packageName() + "\"";
  }
}
