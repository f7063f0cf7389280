package dev.crosscheck.cli;

import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.capture.TrustAnchor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "ca",
    description = {
      "Shows the certificate authority that test apps of this checkout are built to trust, and"
          + " makes it where there is none. Browsers and Android in a JVM need none: they get one"
          + " that is written nowhere.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:it is there", "2:bad input: a file, an option"})
final class CaCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where devices.yaml is (default: here, or else in crosscheck/).")
  private Path dir = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the public certificate there, as PEM, for an app of your own.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--renew",
      description = "Makes a new one; apps that trust the old one must be built again.")
  private boolean renew;

  @Mixin private Common common = new Common();

  CaCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    common.applyLogging(shell);
    AppAuthority authorities =
        new AppAuthority(Wiring.root(dir), shell.clock(), text -> shell.out().println(text));
    CertificateAuthority authority = renew ? authorities.renew() : authorities.openOrMake();
    ShownCertificate shown = ShownCertificate.of(authority.trust());
    long days = Duration.between(shell.clock().instant(), shown.ends()).toDays();
    shell
        .out()
        .printf(
            """
            certificate and key: %s
              SHA-256  %s
              ends     %s, in %s
            Only apps that are built to trust it do, and only their debug builds:
              crosscheck host android --plugin NAME --out FOLDER   a host app that trusts it
              crosscheck ca --out FILE                             its certificate, for an app of your own
            The key is for this machine alone: give the file to nobody, and commit it nowhere.
            """,
            authorities.file(), shown.fingerprint(), shown.end(), Count.of((int) days, "day"));
    out.ifPresent(file -> write(file, shown.pem()));
    return ExitCode.GREEN;
  }

  private void write(Path file, String pem) {
    try {
      if (Files.exists(file) && !isCertificate(file)) {
        throw new Refusal(
            ExitCode.BAD_INPUT,
            "'" + file + "' is there already, and is no certificate",
            "name another file with --out");
      }
      Files.writeString(file, pem);
    } catch (IOException e) {
      throw new Refusal(
          ExitCode.BAD_INPUT,
          "'" + file + "' cannot be written: " + FileTrouble.words(e),
          "name a file in a folder that is there and can be written to");
    }
    shell.out().println("wrote the certificate: " + file);
  }

  private static boolean isCertificate(Path file) throws IOException {
    byte[] begin = TrustAnchor.BEGIN.getBytes(StandardCharsets.US_ASCII);
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(begin.length), begin);
    }
  }
}
