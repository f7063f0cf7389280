package dev.crosscheck.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.support.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirefoxProfileTest {
  private static final BrowserSpec STRICT =
      new BrowserSpec("strict", Samples.AT, BrowserSpec.Browser.FIREFOX, false);

  @TempDir Path folder;

  @Test
  void leavesCookiesToFirefoxUnlessTheyAreToBeWithheld() throws Exception {
    assertThat(preferences(Samples.FIREFOX)).doesNotContain("cookieBehavior");
    assertThat(preferences(STRICT))
        .contains("user_pref(\"network.cookie.cookieBehavior\", 1);" + System.lineSeparator());
  }

  @Test
  void sendsWhatIsSaidOutsideOfSessionsNowhere() throws Exception {
    assertThat(preferences(Samples.FIREFOX).lines())
        .contains(
            "user_pref(\"network.proxy.type\", 1);",
            "user_pref(\"network.proxy.ssl\", \"127.0.0.1\");",
            "user_pref(\"network.proxy.ssl_port\", 9);",
            "user_pref(\"network.proxy.failover_direct\", false);",
            "user_pref(\"network.trr.mode\", 5);");
  }

  @Test
  void saysThatItCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> FirefoxProfile.in(file, Samples.FIREFOX))
        .isInstanceOf(DeviceLost.class)
        .hasMessageStartingWith("Firefox's profile cannot be written: ");
  }

  private String preferences(BrowserSpec spec) throws Exception {
    return Files.readString(FirefoxProfile.in(folder, spec).resolve("user.js"));
  }
}
