package dev.crosscheck.adapter.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.sample.Golden;
import dev.crosscheck.sample.MemoryReports;
import dev.crosscheck.sample.SampleRun;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class JunitReportTest {
  private final SampleRun run = new SampleRun();
  private final MemoryReports reports = new MemoryReports(Path.of("reports"));
  @TempDir Path folder;

  @Test
  void readsAsItDidWhenItWasLookedAt() {
    end();
    Golden.check("TEST-acme.xml", reports.text("junit/TEST-acme.xml"));
  }

  @Test
  void mapsEveryVerdictAsCiSystemsUnderstandIt() throws Exception {
    end();
    Element suite = suite("junit/TEST-mixpanel.xml");

    assertThat(suite.getAttribute("name")).isEqualTo("Mixpanel");
    assertThat(suite.getAttribute("tests")).isEqualTo("45");
    assertThat(suite.getAttribute("failures")).isEqualTo("3");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("19");
    assertThat(children(suite, "failure")).isEqualTo(3);
    assertThat(children(suite, "error")).isEqualTo(1);
    assertThat(children(suite, "skipped")).isEqualTo(19);
    assertThat(element(suite, "chromium · mixpanel · mixpanel/array-union", "skipped"))
        .extracting(e -> e.getAttribute("message"))
        .isEqualTo("waived: known: the partner's SDK replaces lists since 2.80 (since 2026-10-01)");
  }

  @Test
  void listsTheRowsThatFailed() throws Exception {
    end();
    Element suite = suite("junit/TEST-acme.xml");
    String failure = element(suite, "chromium · acme · acme/every-row", "failure").getTextContent();

    assertThat(failure)
        .contains("\n\n2 of 6 rows failed, 1 skipped, 1 waived, 1 unsupported\n  evidence: ")
        .contains("\n\n'revenue goes as a number': 'track Order Completed' arrived without")
        .contains("\n  alone it passes: it fails only after 'an order arrives once'\n")
        .contains("\n  see:      https://segment.com/docs/");
    assertThat(failure.split("expected: ", -1)).as("each told once").hasSize(3);
  }

  @Test
  void pointsAtTheExpectationThatWasNotMet() throws Exception {
    end();
    Element failure =
        element(
            suite("junit/TEST-mixpanel.xml"),
            "chromium · mixpanel · mixpanel/identify-dates",
            "failure");
    Element test = (Element) failure.getParentNode();

    assertThat(test.getAttribute("file")).isEqualTo("scenarios/mixpanel/identify-dates.yaml");
    assertThat(test.getAttribute("line")).isEqualTo("9");
    assertThat(failure.getTextContent())
        .contains("expected: properties.revenue = 25.0")
        .contains("actual:   properties.revenue = \"25.0\" (a string)");
  }

  @Test
  void staysXmlWhateverWasCaptured() throws Exception {
    end();
    Element failure =
        element(suite("junit/TEST-acme.xml"), "chromium · acme · acme/hostile", "failure");
    assertThat(failure.getTextContent())
        .contains("</script><script>alert(1)</script>")
        .contains("]]> & \"quotes\" \\ud800 \\u001b[2J");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixpanel", "acme"})
  void isWhatReadersOfJunitXmlAgreeOn(String plugin) throws Exception {
    end();
    schema().validate(source(reports.text("junit/TEST-" + plugin + ".xml")));
  }

  @ParameterizedTest
  @CsvSource({
    "line=\"9\", line=\"0\"",
    "file=, source=",
    "<failure, <fault",
    "tests=\"9\", tests=\"six\"",
    "T03:00:15, T03:00:15Z"
  })
  void wouldNotPassOtherwise(String right, String wrong) {
    end();
    String xml = reports.text("junit/TEST-acme.xml");
    assertThat(xml).contains(right);
    assertThatThrownBy(() -> schema().validate(source(xml.replace(right, wrong))))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void showsTheScreenshotWhereCiSystemsLookForIt() throws Exception {
    end();
    Element test = test(suite("junit/TEST-mixpanel.xml"), "chromium · mixpanel · mixpanel/alias");
    String folder = "reports/cells/mixpanel/chromium/alias/attempt-2";
    assertThat(text(test, "system-out"))
        .contains("\nevidence: " + folder + "/capture.har\n")
        .endsWith("\n[[ATTACHMENT|" + folder + "/screenshot.png]]");
  }

  @Test
  void doesNotPublishAFileThatCapturedTextNames() throws Exception {
    Finding hostile =
        Finding.warning("X", SourceLocation.of("plugin.yaml"), "[[ATTACHMENT|/etc/passwd]]", "");
    CellResult cell = run.results(new FileArchive(folder)).get(0);
    CellResult spoilt =
        new CellResult(
            cell.cell(),
            cell.title(),
            new Verdict.Passed(
                new Proof(Proof.Kind.SEEN, "[[Attachment|/etc/shadow]]", false), List.of(hostile)),
            cell.duration(),
            1,
            Optional.empty());
    new JunitReport(reports).finished(spoilt, run.matrix(List.of(spoilt)));
    Element test = test(suite("junit/TEST-mixpanel.xml"), cell.cell().toString());
    assertThat(text(test, "system-out"))
        .isEqualTo(
            "proof: seen: [\\u005bAttachment|/etc/shadow]]\n"
                + "plugin.yaml: warning: [\\u005bATTACHMENT|/etc/passwd]] [X]");
  }

  @Test
  void namesTheReportsFolderAsItWasTyped() {
    MemoryReports elsewhere = new MemoryReports(Path.of("out/today"));
    new JunitReport(elsewhere).ended(run.matrix(run.results(new FileArchive(folder))));
    assertThat(elsewhere.text("junit/TEST-acme.xml"))
        .contains("evidence: out/today/cells/acme/")
        .doesNotContain("reports/");
  }

  @Test
  void writesThePluginOfEachCellThatFinishes() {
    List<CellResult> cells = run.results(new FileArchive(folder));
    JunitReport report = new JunitReport(reports);
    report.planned(run.plan());
    report.finished(cells.get(0), run.matrix(cells.subList(0, 1)));

    assertThat(reports.files()).containsOnlyKeys("junit/TEST-mixpanel.xml");
    assertThat(reports.text("junit/TEST-mixpanel.xml")).contains("tests=\"1\"");
  }

  private void end() {
    new JunitReport(reports).ended(run.matrix(run.results(new FileArchive(folder))));
  }

  private Element suite(String file) throws Exception {
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(reports.read(file).orElseThrow()));
    return (Element) xml.getElementsByTagName("testsuite").item(0);
  }

  private static int children(Element suite, String name) {
    return suite.getElementsByTagName(name).getLength();
  }

  private static Validator schema() throws SAXException {
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JunitReportTest.class.getResource("report.xsd"))
        .newValidator();
  }

  private static Source source(String xml) {
    return new StreamSource(new StringReader(xml));
  }

  private static String text(Element test, String name) {
    return test.getElementsByTagName(name).item(0).getTextContent();
  }

  private static Element element(Element suite, String test, String name) {
    return (Element) test(suite, test).getElementsByTagName(name).item(0);
  }

  private static Element test(Element suite, String test) {
    var tests = suite.getElementsByTagName("testcase");
    for (int i = 0; i < tests.getLength(); i++) {
      Element one = (Element) tests.item(i);
      if (one.getAttribute("name").equals(test)) {
        return one;
      }
    }
    throw new AssertionError("no test case '" + test + "'");
  }
}
