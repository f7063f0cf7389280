package dev.crosscheck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.spec.SpecCall;
import dev.crosscheck.support.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class SdkTest {
  @ParameterizedTest
  @EnumSource
  void isFoundByItsWord(Sdk sdk) {
    assertThat(Sdk.of(sdk.word())).contains(sdk);
    assertThat(Sdk.of(sdk.name())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aDestinationsOwnEntryDecides(Sdk sdk) {
    ObjectNode options = object();
    options.putObject("Partner").put("option", 1);

    assertThat(sdk.excludes(object().put("Partner", false), "Partner")).isTrue();
    assertThat(sdk.excludes(object().put("Other", false), "Partner")).isFalse();
    assertThat(sdk.excludes(object().put("All", false).put("Partner", true), "Partner")).isFalse();
    assertThat(sdk.excludes(options.put("All", false), "Partner")).isFalse();
    assertThat(sdk.excludes(object().put("Partner", "false"), "Partner")).isFalse();
  }

  @Test
  void analyticsKotlinKnowsNothingOfAll() {
    ObjectNode all = object().put("All", false);

    assertThat(Sdk.ANALYTICS_NEXT.excludes(all, "Partner")).isTrue();
    assertThat(Sdk.ANALYTICS_ANDROID.excludes(all, "Partner")).isTrue();
    assertThat(Sdk.ANALYTICS_KOTLIN.excludes(all, "Partner")).isFalse();
  }

  @Test
  void onlyTheWebHasPages() {
    for (SpecCall call : SpecCall.values()) {
      assertThat(Sdk.ANALYTICS_NEXT.has(call)).isTrue();
      assertThat(Sdk.ANALYTICS_ANDROID.has(call)).isEqualTo(call != SpecCall.PAGE);
      assertThat(Sdk.ANALYTICS_KOTLIN.has(call)).isEqualTo(call != SpecCall.PAGE);
    }
  }

  private static ObjectNode object() {
    return Samples.object();
  }
}
