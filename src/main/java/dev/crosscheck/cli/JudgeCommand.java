package dev.crosscheck.cli;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.cli.terminal.PrintedScreen;
import dev.crosscheck.cli.terminal.Screen;
import dev.crosscheck.evidence.EvidenceStore.Stored;
import dev.crosscheck.verdict.Judge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "judge",
    description =
        "Judges every stored attempt again, from its files alone, and compares the verdicts byte"
            + " for byte.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class JudgeCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "REPORTS", description = "A reports folder, or a copy of one.")
  private Path reports = Path.of("reports");

  @Mixin private Common common = new Common();

  JudgeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    common.applyLogging(shell);
    if (!Files.isDirectory(reports)) {
      throw new Refusal(
          ExitCode.BAD_INPUT,
          "'" + reports + "' is not a folder",
          "name the reports folder of a run");
    }
    Screen screen = new PrintedScreen(shell.out(), shell.colours(common.noColor));
    FileArchive archive = new FileArchive(reports);
    List<Stored> attempts = archive.readAll();
    if (attempts.isEmpty()) {
      throw new Refusal(
          ExitCode.NOT_JUDGED,
          "there is no evidence in '" + reports + "'",
          "name the reports folder of a run, or a copy of one");
    }
    int different = 0;
    for (Stored attempt : attempts) {
      Optional<String> difference = difference(archive, attempt);
      if (difference.isPresent()) {
        different++;
        screen.line(Line.of(Ink.BAD, "different").and("  " + attempt.folder()));
        Line.each(Ink.PLAIN, difference.get()).forEach(screen::line);
      }
    }
    String judged = Count.of(attempts.size(), "attempt") + " judged again: ";
    screen.line(Line.of(judged + (different == 0 ? "all equal" : different + " different")));
    return different == 0 ? ExitCode.GREEN : ExitCode.FAILED;
  }

  private Optional<String> difference(FileArchive archive, Stored attempt) throws IOException {
    byte[] now = archive.write(new Judge().judge(attempt.evidence()));
    Path file = reports.resolve(attempt.folder()).resolve("verdict.json");
    if (!Files.exists(file)) {
      return Optional.of("  there is no verdict.json");
    }
    byte[] then = Files.readAllBytes(file);
    if (Arrays.equals(now, then)) {
      return Optional.empty();
    }
    return Optional.of(firstDifference(text(then), text(now)));
  }

  private static String firstDifference(String then, String now) {
    List<String> before = then.lines().toList();
    List<String> after = now.lines().toList();
    int line = 0;
    while (line < before.size()
        && line < after.size()
        && before.get(line).equals(after.get(line))) {
      line++;
    }
    return "  verdict.json:"
        + (line + 1)
        + "\n  stored: "
        + (line < before.size() ? before.get(line).strip() : "(ends)")
        + "\n  now:    "
        + (line < after.size() ? after.get(line).strip() : "(ends)");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
