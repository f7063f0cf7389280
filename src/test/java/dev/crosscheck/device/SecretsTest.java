package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.support.Samples;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "KEY", "k3y\"é&",
          "AGAIN", "k3y\"é&",
          "LONGER", "k3y\"é&more",
          "FARM", "https://me:p%40ss@farm.test:443/v0/t0ken/wd/hub?q=1",
          "EMPTY", " ",
          "WORD", "secret");
  private static final SecretText KEY = new SecretText(List.of(new SecretText.Variable("KEY")));

  @Test
  void standsInPlaceOfTheirValuesHoweverTheyAreWritten() {
    assertThat(hidden("said k3y\"é& twice: k3y\"é&", "KEY"))
        .isEqualTo("said <secret:KEY> twice: <secret:KEY>");
    assertThat(hidden("{\"key\": \"k3y\\\"é&\"}", "KEY")).isEqualTo("{\"key\": \"<secret:KEY>\"}");
    assertThat(hidden("/session?key=k3y%22%C3%A9%26", "KEY"))
        .isEqualTo("/session?key=<secret:KEY>");
    assertThat(hidden("k3y", "KEY")).isEqualTo("k3y");
  }

  @Test
  void areTheSameForEqualValuesAndTheLongestWins() {
    assertThat(hidden("k3y\"é& k3y\"é&more", "KEY", "AGAIN", "LONGER"))
        .isEqualTo("<secret:AGAIN> <secret:LONGER>");
    assertThat(hidden("k3y\"é& and secret", "KEY", "WORD"))
        .as("what stands there now is not looked at again")
        .isEqualTo("<secret:KEY> and <secret:WORD>");
  }

  @Test
  void areTheNameTheKeyAndThePathOfAUrlToo() {
    assertThat(hidden("https://me:p%40ss@farm.test:443/v0/t0ken/wd/hub?q=1/session", "FARM"))
        .isEqualTo("<secret:FARM>/session");
    assertThat(hidden("no route to farm.test as me:p@ss: p@ss, /v0/t0ken/wd/hub/session", "FARM"))
        .isEqualTo(
            "no route to <secret:FARM> as <secret:FARM>: <secret:FARM>, <secret:FARM>/session");
  }

  @Test
  void areNoneWhereNothingIsSet() {
    assertThat(hidden("a b", "EMPTY", "MISSING")).isEqualTo("a b");
    assertThat(hidden("a b")).isEqualTo("a b");
  }

  @Test
  void areFilledInWhereverTheyStandAndShownNowhere() {
    AppiumSpec spec =
        new AppiumSpec(
            "farm",
            Samples.AT,
            new AppiumSpec.RealAndroid(Optional.empty()),
            Sdk.ANALYTICS_KOTLIN,
            Optional.of(
                new SecretText(
                    List.of(
                        new SecretText.Plain("https://"),
                        new SecretText.Variable("WORD"),
                        new SecretText.Plain("@farm.test")))),
            Map.of("a", KEY, "b", Map.of("c", List.of(1, KEY)), "d", true));

    assertThat(spec.variables()).isEqualTo(Set.of("KEY", "WORD"));
    assertThat(spec.address(ENVIRONMENT)).contains(URI.create("https://secret@farm.test"));
    assertThat(spec.capabilities(ENVIRONMENT))
        .isEqualTo(Map.of("a", "k3y\"é&", "b", Map.of("c", List.of(1, "k3y\"é&")), "d", true));
    assertThat(spec.toString())
        .contains("https://<secret:WORD>@farm.test", "a=<secret:KEY>", "c=[1, <secret:KEY>]")
        .doesNotContain("k3y");
    assertThat(spec.address(Map.of("WORD", "a b"))).isEmpty();
  }

  private static String hidden(String text, String... names) {
    return Secrets.of(Set.of(names), ENVIRONMENT).hiddenIn(text);
  }
}
