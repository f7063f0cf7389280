package dev.crosscheck.cli;

import java.util.Map;
import java.util.Optional;

/** The continuous integration system that a run is part of, as its environment tells. */
enum CiBuild {
  GITHUB("GitHub Actions", "GITHUB_ACTIONS", "GITHUB_RUN_ID"),
  GITLAB("GitLab CI", "GITLAB_CI", "CI_PIPELINE_ID"),
  CIRCLECI("CircleCI", "CIRCLECI", "CIRCLE_BUILD_NUM"),
  BUILDKITE("Buildkite", "BUILDKITE", "BUILDKITE_BUILD_NUMBER"),
  JENKINS("Jenkins", "JENKINS_URL", "BUILD_NUMBER"),
  AZURE("Azure Pipelines", "TF_BUILD", "BUILD_BUILDID"),
  TEAMCITY("TeamCity", "TEAMCITY_VERSION", "BUILD_NUMBER"),
  OTHER("CI", "CI", "BUILD_NUMBER");

  private final String name;
  private final String mark;
  private final String number;

  CiBuild(String name, String mark, String number) {
    this.name = name;
    this.mark = mark;
    this.number = number;
  }

  /** The system and its build, such as {@code GitHub Actions 1234}; empty outside of one. */
  static Optional<String> in(Map<String, String> environment) {
    for (CiBuild ci : values()) {
      String mark = environment.getOrDefault(ci.mark, "");
      if (!mark.isEmpty() && !mark.equals("false")) {
        return Optional.of((ci.name + " " + environment.getOrDefault(ci.number, "")).strip());
      }
    }
    return Optional.empty();
  }
}
