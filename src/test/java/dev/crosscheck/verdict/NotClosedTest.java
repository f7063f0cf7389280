package dev.crosscheck.verdict;

import static dev.crosscheck.verdict.Case.TRACK;
import static dev.crosscheck.verdict.Expect.always;
import static dev.crosscheck.verdict.Expect.atLeast;
import static dev.crosscheck.verdict.Expect.exactly;
import static dev.crosscheck.verdict.Verdicts.mismatch;
import static dev.crosscheck.verdict.Verdicts.passed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Traffic;
import dev.crosscheck.scenario.Expectation.Always.What;
import org.junit.jupiter.api.Test;

/** What a proof says on a device whose way out is not closed (truth 7). */
class NotClosedTest {
  private static final String WHY = "its network is its Mac's";
  private static final String LIMIT =
      "; seen through the proxy alone, for the network around the device is not closed (its network is"
          + " its Mac's): 'no undeclared host' and 'TLS only' are not claimed";

  @Test
  void aSealedProofClaimsNoMoreThanTheProxySaw() {
    String closed = passed(cell().expect(exactly(1, "event", ""))).words();

    assertThat(passed(cell().notClosed(WHY).expect(exactly(1, "event", ""))))
        .isEqualTo(new Proof(Proof.Kind.SEALED, closed + LIMIT, true));
    assertThat(closed).doesNotContain("closed");
  }

  @Test
  void neitherDoesOneOfWhatWasSeen() {
    Proof proof = passed(cell().notClosed(WHY).expect(atLeast(1, "event", "")));

    assertThat(proof.kind()).isEqualTo(Proof.Kind.SEEN);
    assertThat(proof.words()).endsWith("could refute" + LIMIT);
  }

  @Test
  void anUndeclaredHostThatIsSeenFailsTheCellThereToo() {
    Case cell = cell().notClosed(WHY);
    cell.traffic(new Traffic().post(TRACK, "{\"event\": \"A\"}").post("https://spy.test/x", "{}"));

    assertThat(mismatch(cell.expect(atLeast(1, "event", ""))))
        .startsWith("a request to the undeclared host 'spy.test'");
  }

  /** Programs beside such a browser are led to its recording too, and trust it not. */
  @Test
  void aConnectionThatCarriedNothingIsNotTheBrowsers() {
    Traffic traffic =
        new Traffic()
            .post(TRACK, "{\"event\": \"A\"}")
            .attempt("mail.test", "the client broke the TLS handshake off");
    Case browser = new Case().notClosed(WHY).traffic(traffic);
    Case phone = new Case().kind("simulator").notClosed(WHY).traffic(traffic);

    assertThat(passed(browser.expect(atLeast(1, "event", "")))).isNotNull();
    assertThat(mismatch(phone.expect(atLeast(1, "event", ""))))
        .startsWith("a connection to the undeclared host 'mail.test'");
  }

  @Test
  void whatAMacAsksByItselfIsNoiseBesideItsBrowserAlone() {
    Traffic traffic =
        new Traffic().post(TRACK, "{\"event\": \"A\"}").get("https://gateway.icloud.com/x");
    Traffic plain =
        new Traffic().post(TRACK, "{\"event\": \"A\"}").get("http://ocsp.digicert.com/x");

    assertThat(passed(new Case().notClosed(WHY).traffic(traffic).expect(atLeast(1, "event", ""))))
        .isNotNull();
    assertThat(passed(new Case().notClosed(WHY).traffic(plain).expect(atLeast(1, "event", ""))))
        .isNotNull();
    assertThat(mismatch(new Case().traffic(traffic).expect(atLeast(1, "event", ""))))
        .startsWith("a request to the undeclared host 'gateway.icloud.com'");
    assertThat(
            mismatch(
                new Case()
                    .kind("simulator")
                    .notClosed(WHY)
                    .traffic(traffic)
                    .expect(atLeast(1, "event", ""))))
        .startsWith("a request to the undeclared host 'gateway.icloud.com'");
  }

  @Test
  void aRowThatSpellsSuchAClaimOutSaysSo() {
    Case cell = cell();
    rows(cell);
    assertThat(cell.told()).isEqualTo("hosts: passed\ntls: passed\nunchanged: passed");

    Case open = cell().notClosed(WHY);
    rows(open);
    assertThat(open.told())
        .isEqualTo(
            "hosts: passed"
                + LIMIT.replaceFirst(";", ":")
                + "\ntls: passed"
                + LIMIT.replaceFirst(";", ":")
                + "\nunchanged: passed");
  }

  private static void rows(Case cell) {
    cell.row("hosts", here -> {}, always(What.DECLARED_HOSTS))
        .row("tls", here -> {}, always(What.TLS))
        .row("unchanged", here -> {}, always(What.UNCHANGED_EVENTS));
  }

  private static Case cell() {
    return new Case().traffic(new Traffic().post(TRACK, "{\"event\": \"A\"}"));
  }
}
