package dev.crosscheck.supply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpmPackageTest {

  @Test
  void isANameAndAnExactVersion() {
    assertThat(NpmPackage.parse("npm:@segment/analytics.js-integration-amplitude@3.3.3"))
        .contains(new NpmPackage("@segment/analytics.js-integration-amplitude", "3.3.3"));
    assertThat(NpmPackage.parse("npm:acme@1.0.0-beta.2"))
        .contains(new NpmPackage("acme", "1.0.0-beta.2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "acme@1.0.0",
        "npm:acme",
        "npm:acme@latest",
        "npm:acme@^1.0.0",
        "npm:acme@1.0",
        "npm:acme@1.0.0/dist/acme.js",
        "npm:../acme@1.0.0",
        "npm:Acme@1.0.0"
      })
  void isNothingElse(String text) {
    assertThat(NpmPackage.parse(text)).isEmpty();
  }
}
