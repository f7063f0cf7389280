package dev.crosscheck.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of Crosscheck. */
@Command(
    name = "crosscheck",
    description = {
      "Runs a Segment plugin through scenarios on every device and shows, by the partner's own"
          + " traffic, what it did.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every cell that was judged is green",
      "1:a cell failed: the plugin",
      "2:bad input: a file, an option",
      "3:a cell is broken, nothing was judged, or a device that was named is not available",
      "130, 143:stopped by Ctrl-C or SIGTERM; the report is written"
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    Logging.silence();
    System.exit(execute(Shell.system(), arguments));
  }

  static int execute(Shell shell, String... arguments) {
    UserErrors errors = new UserErrors(shell);
    return new CommandLine(new Main())
        .addSubcommand("run", new RunCommand(shell))
        .addSubcommand("check", new CheckCommand(shell))
        .addSubcommand("doctor", new DoctorCommand(shell))
        .addSubcommand("judge", new JudgeCommand(shell))
        .addSubcommand("ca", new CaCommand(shell))
        .addSubcommand(
            "host",
            new CommandLine(new HostCommand())
                .addSubcommand("android", new HostAndroidCommand(shell))
                .addSubcommand("ios", new HostIosCommand(shell)))
        .setOut(new PrintWriter(shell.out(), true))
        .setErr(new PrintWriter(shell.err(), true))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(shell.colours(false) ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "no command; try run, check, doctor, judge, ca or host");
  }
}
