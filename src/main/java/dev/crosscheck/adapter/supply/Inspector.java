package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Shows that programs start, are new enough and go together. */
final class Inspector {
  private final VersionAsker versions;
  private final Machine machine;

  Inspector(VersionAsker versions, Machine machine) {
    this.versions = versions;
    this.machine = machine;
  }

  /**
   * Takes the first that will do of those that could be each of a kit's programs.
   *
   * @throws Shortage what is wrong with the preferred ones, where none will do
   */
  Map<Program, Tool> inspect(Kit kit, Map<Program, List<Path>> candidates)
      throws Shortage, InterruptedException {
    Map<Program, Tool> tools = new EnumMap<>(Program.class);
    if (kit.isPair()) {
      for (Tool tool : pair(kit, candidates)) {
        tools.put(tool.program(), tool);
      }
      return tools;
    }
    for (Program program : kit.programs()) {
      List<Choice> choices = new ArrayList<>();
      for (Path file : of(program, candidates)) {
        choices.add(() -> List.of(tool(kit, program, file)));
      }
      tools.put(program, first(choices).get(0));
    }
    return tools;
  }

  /** The same, with the versions of all. */
  Map<Program, Tool> examine(Kit kit, Map<Program, List<Path>> candidates)
      throws Shortage, InterruptedException {
    Map<Program, Tool> tools = inspect(kit, candidates);
    for (Map.Entry<Program, Tool> tool : tools.entrySet()) {
      if (tool.getValue().version().isEmpty()) {
        tool.setValue(asked(kit, tool.getKey(), tool.getValue().file()));
      }
    }
    return tools;
  }

  private List<Tool> pair(Kit kit, Map<Program, List<Path>> candidates)
      throws Shortage, InterruptedException {
    Program browser = kit.programs().get(0);
    Program driver = kit.programs().get(1);
    List<Choice> choices = new ArrayList<>();
    for (Path browserFile : of(browser, candidates)) {
      for (Path driverFile : of(driver, candidates)) {
        choices.add(
            () -> fitting(asked(kit, browser, browserFile), asked(kit, driver, driverFile)));
      }
    }
    return first(choices);
  }

  private static List<Tool> fitting(Tool browser, Tool driver) throws Shortage {
    if (!browser.hasMajorOf(driver)) {
      throw new Shortage(
          "%s does not fit %s: '%s' is %s, '%s' is %s"
              .formatted(
                  driver.program().title(),
                  browser.program().title(),
                  driver.file(),
                  driver.versionText(),
                  browser.file(),
                  browser.versionText()),
          "install the %s of version %s, or name one with %s"
              .formatted(
                  driver.program().title(),
                  browser.version().map(version -> "" + version.major()).orElse("?"),
                  driver.program().variable()));
    }
    return List.of(browser, driver);
  }

  /** What its version matters for is asked; the rest shows when it is used. */
  private Tool tool(Kit kit, Program program, Path file) throws Shortage, InterruptedException {
    return Listing.of(program).oldest().isPresent()
        ? asked(kit, program, file)
        : new Tool(program, file, Optional.empty());
  }

  Tool asked(Kit kit, Program program, Path file) throws Shortage, InterruptedException {
    Optional<Version> version = versions.ask(program, file);
    Optional<Version> oldest = Listing.of(program).oldest();
    if (version.isPresent() && oldest.isPresent() && version.get().isBefore(oldest.get())) {
      throw new Shortage(
          "'%s' is %s %s, too old: %s or later is needed"
              .formatted(file, program.title(), version.get().text(), oldest.get().text()),
          kit.remedy(machine));
    }
    return new Tool(program, file, version);
  }

  private interface Choice {
    List<Tool> get() throws Shortage, InterruptedException;
  }

  private static List<Tool> first(List<Choice> choices) throws Shortage, InterruptedException {
    List<Shortage> wrong = new ArrayList<>();
    for (Choice choice : choices) {
      try {
        return choice.get();
      } catch (Shortage e) {
        wrong.add(e);
      }
    }
    throw wrong.get(0);
  }

  private static List<Path> of(Program program, Map<Program, List<Path>> candidates) {
    return Objects.requireNonNull(candidates.get(program));
  }
}
