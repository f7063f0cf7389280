package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class CiBuildTest {

  @Test
  void namesTheSystemAndItsBuild() {
    assertThat(CiBuild.in(Map.of("CI", "true", "GITHUB_ACTIONS", "true", "GITHUB_RUN_ID", "7")))
        .contains("GitHub Actions 7");
    assertThat(CiBuild.in(Map.of("JENKINS_URL", "https://ci.example.test/", "BUILD_NUMBER", "12")))
        .contains("Jenkins 12");
    assertThat(CiBuild.in(Map.of("CI", "1"))).contains("CI");
  }

  @Test
  void isEmptyElsewhere() {
    assertThat(CiBuild.in(Map.of("CI", "false", "BUILD_NUMBER", "12"))).isEmpty();
    assertThat(CiBuild.in(Map.of())).isEmpty();
  }
}
