package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.Phones;
import org.junit.jupiter.api.Test;

class PhoneUserAgentTest {
  @Test
  void isChromesWithTheMajorVersionOnAndroid() {
    assertThat(of("Galaxy S24"))
        .isEqualTo(
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
                + " Chrome/156.0.0.0 Mobile Safari/537.36");
  }

  @Test
  void isChromesAndNotSafarisOnAnIphone() {
    assertThat(of("iPhone 16"))
        .isEqualTo(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15"
                + " (KHTML, like Gecko) CriOS/156.0.8078.73 Mobile/15E148 Safari/604.1");
  }

  private static String of(String phone) {
    return PhoneUserAgent.of(Phones.named(phone).orElseThrow(), "156.0.8078.73");
  }
}
