package dev.crosscheck.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessageTypeTest {
  private final MessageType type =
      new MessageType(
          "event",
          "event",
          List.of(source("web", false), source("android", true)),
          Optional.empty());

  @Test
  void deliversByLeavingOnlyOnThePlatformWhoseSourcesSaySo() {
    assertThat(type.leaves("android")).isTrue();
    assertThat(type.leaves("web")).isFalse();
    assertThat(type.leaves("ios")).isFalse();
  }

  @Test
  void deliversWithoutLeavingWhereOneSourceDoes() {
    MessageType both =
        new MessageType(
            "event",
            "event",
            List.of(source("android", true), source("android", false)),
            Optional.empty());

    assertThat(both.leaves("android")).isFalse();
  }

  private static MessageSource source(String platform, boolean leaving) {
    return new MessageSource(
        Set.of(platform),
        new RequestPattern("POST", "*", "/track"),
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        leaving,
        false);
  }
}
