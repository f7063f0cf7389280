package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The page speaks of every flaw that there is, and of the row that is named for it. */
class ProofPageTest {

  @Test
  void tellsOfEveryFlaw() throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(ProofPage.FILE, ProofPage.text());
    }

    assertThat(CaughtBy.flaws()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(Files.readString(ProofPage.FILE)).isEqualTo(ProofPage.text());
  }
}
