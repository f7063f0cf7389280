package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckoutTest {
  @TempDir private Path folder;

  @Test
  void namesTheCommitAndWhetherThereAreChanges() throws Exception {
    git("init", "-q");
    git(
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@example.test",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "x");
    Checkout clean = Checkout.at(folder, System.getenv());
    assertThat(clean.commit()).get().asString().matches("[0-9a-f]{40}");
    assertThat(clean.dirty()).isFalse();
    Files.writeString(folder.resolve("new.yaml"), "scenario: x");
    assertThat(Checkout.at(folder, System.getenv())).isEqualTo(new Checkout(clean.commit(), true));
  }

  @Test
  void isEmptyOutsideACheckout() {
    assertThat(Checkout.at(folder, System.getenv()))
        .isEqualTo(new Checkout(Optional.empty(), false));
    assertThat(Checkout.at(folder.resolve("missing"), System.getenv()))
        .isEqualTo(new Checkout(Optional.empty(), false));
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"))
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
