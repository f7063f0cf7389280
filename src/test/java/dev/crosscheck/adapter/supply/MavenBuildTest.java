package dev.crosscheck.adapter.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MavenBuildTest {
  @Test
  void saysNothingWhereNoBuildStartedUs() {
    assertThat(build(Map.of(), Map.of()))
        .isEqualTo(new MavenBuild(Optional.empty(), Optional.empty(), false));
  }

  @Test
  void takesTheLocalRepositoryOfTheBuild() {
    Map<String, String> surefire = Map.of("localRepository", "/build/repository");

    assertThat(build(surefire, Map.of()).repository()).contains(Path.of("/build/repository"));
  }

  @Test
  void takesTheLocalRepositoryThatIsNamedFirst() {
    Map<String, String> both =
        Map.of("localRepository", "/build/repository", "maven.repo.local", "here");

    assertThat(build(both, Map.of()).repository()).contains(Path.of("here").toAbsolutePath());
  }

  @Test
  void knowsMavensCommandLine() {
    MavenBuild build =
        build(Map.of(), Map.of("MAVEN_CMD_LINE_ARGS", " -q  -o -s ci.xml verify -Pdevices"));

    assertThat(build.offline()).isTrue();
    assertThat(build.settings()).contains(Path.of("ci.xml").toAbsolutePath());
    assertThat(build(Map.of(), Map.of("MAVEN_CMD_LINE_ARGS", "verify -Dx=-o -s")))
        .isEqualTo(build(Map.of(), Map.of()));
  }

  private static MavenBuild build(Map<String, String> properties, Map<String, String> environment) {
    return MavenBuild.of(properties::get, environment);
  }
}
