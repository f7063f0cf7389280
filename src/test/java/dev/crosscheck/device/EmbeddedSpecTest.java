package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.support.Samples;
import org.junit.jupiter.api.Test;

class EmbeddedSpecTest {
  @Test
  void isCalledWhatItIs() {
    assertThat(Samples.ANDROID_JVM.platform()).isEqualTo("android");
    assertThat(Samples.ANDROID_JVM.kind()).isEqualTo("jvm");
    assertThat(EmbeddedSpec.LEVELS).contains(EmbeddedSpec.USUAL_LEVEL);
  }

  @Test
  void isSpokenOfByItsSdkRatherThanItsKind() {
    assertThat(Samples.ANDROID_JVM_KOTLIN.words())
        .containsExactly("android", "jvm", "analytics-kotlin", "android-jvm-kotlin");
  }
}
