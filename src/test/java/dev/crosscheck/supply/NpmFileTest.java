package dev.crosscheck.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpmFileTest {
  @Test
  void readsWhatItWrites() {
    NpmFile file = new NpmFile("@acme/lib", "1.2.3-beta.1", "dist/lib.js");

    assertThat(file).hasToString("npm:@acme/lib@1.2.3-beta.1/dist/lib.js");
    assertThat(NpmFile.parse(file.toString())).contains(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mixpanel-browser@2.83.0/x.js",
        "npm:mixpanel-browser/x.js",
        "npm:mixpanel-browser@latest/x.js",
        "npm:mixpanel-browser@^2.83.0/x.js",
        "npm:mixpanel-browser@2.83.0",
        "npm:mixpanel-browser@2.83.0//x.js",
        "npm:--flag@2.83.0/x.js",
        "npm:../x@2.83.0/x.js"
      })
  void readsNothingElse(String text) {
    assertThat(NpmFile.parse(text)).isEmpty();
  }

  @Test
  void refusesARange() {
    assertThatThrownBy(() -> new NpmFile("lib", "^1.0.0", "x.js"))
        .hasMessage("'npm:lib@^1.0.0/x.js' is not npm:name@version/path");
  }
}
