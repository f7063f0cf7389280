package dev.crosscheck.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the host apps that there are, by platform. */
@Command(
    name = "host",
    description = {"Writes the app that embeds Segment's SDKs and your plugin on a device.", ""},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "PLATFORM")
final class HostCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no platform; try android or ios");
  }
}
