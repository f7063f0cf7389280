package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.FindingsException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong, so that whoever typed the command can mend it. */
final class UserErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Shell shell;

  UserErrors(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    print(Ink.BAD, String.valueOf(wrong.getMessage()));
    CommandLine command = wrong.getCommandLine();
    if (!UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
      print(Ink.PLAIN, "  hint: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return ExitCode.BAD_INPUT;
  }

  @Override
  public int handleExecutionException(Exception wrong, CommandLine command, ParseResult parsed) {
    if (wrong instanceof FindingsException findings) {
      print(findings.findings());
      return ExitCode.BAD_INPUT;
    } else if (wrong instanceof Refusal refusal) {
      print(Ink.BAD, String.valueOf(refusal.getMessage()));
      print(Ink.PLAIN, "  hint: " + refusal.hint());
      return refusal.code();
    } else if (wrong instanceof UncheckedIOException file) {
      print(Ink.BAD, String.valueOf(file.getMessage()));
      return ExitCode.NOT_JUDGED;
    }
    print(Ink.BAD, "unexpected: " + wrong);
    boolean traced = parsed.subcommand() != null && debug(parsed.subcommand());
    if (traced) {
      wrong.printStackTrace(shell.err());
    }
    print(
        Ink.PLAIN,
        "  this is a bug in crosscheck" + (traced ? "" : "; --debug shows where it happened"));
    return ExitCode.NOT_JUDGED;
  }

  /** All of them, and how many there are. */
  void print(List<Finding> findings) {
    findings.forEach(
        finding -> print(finding.isError() ? Ink.BAD : Ink.WARNING, finding.toString()));
    int errors = (int) findings.stream().filter(Finding::isError).count();
    int warnings = findings.size() - errors;
    print(
        Ink.PLAIN,
        Count.of(errors, "error") + (warnings > 0 ? ", " + Count.of(warnings, "warning") : ""));
  }

  private boolean debug(ParseResult command) {
    return command.hasMatchedOption("--debug")
        || !shell.environment().getOrDefault("CROSSCHECK_DEBUG", "").isEmpty();
  }

  private void print(Ink ink, String text) {
    Line.each(ink, text).forEach(line -> shell.err().println(line.render(shell.colours(false))));
  }
}
