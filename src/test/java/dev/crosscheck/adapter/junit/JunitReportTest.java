package dev.crosscheck.adapter.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.sample.Golden;
import dev.crosscheck.sample.MemoryReports;
import dev.crosscheck.sample.SampleRun;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

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

  private static Element element(Element suite, String test, String name) {
    var tests = suite.getElementsByTagName("testcase");
    for (int i = 0; i < tests.getLength(); i++) {
      Element one = (Element) tests.item(i);
      if (one.getAttribute("name").equals(test)) {
        return (Element) one.getElementsByTagName(name).item(0);
      }
    }
    throw new AssertionError("no test case '" + test + "'");
  }
}
