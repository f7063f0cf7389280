package dev.crosscheck.adapter.allure;

import dev.crosscheck.capture.Inert;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.FailureText;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.verdict.Verdict;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One cell as Allure's result of one test. */
final class AllureCell {
  private final CellResult cell;
  private final Matrix matrix;
  private final Attachments attachments;
  private final String reports;

  /**
   * @param reports the reports folder as the user would type it
   */
  AllureCell(CellResult cell, Matrix matrix, Attachments attachments, String reports) {
    this.cell = cell;
    this.matrix = matrix;
    this.attachments = attachments;
    this.reports = reports;
  }

  TestResult result() {
    CellId id = cell.cell();
    Optional<Evidence> evidence = cell.stored().map(stored -> stored.evidence());
    Instant start = evidence.map(Evidence::started).orElse(matrix.run().startedAt());
    return new TestResult()
        .setUuid(UUID.randomUUID().toString())
        // The same cell of another run has the same history, whatever its title has become. Allure
        // from 2.45 on makes its own key, of the test case and the parameters: nothing that changes
        // from run to run may be one of these.
        .setHistoryId(named("history", id.toString()))
        .setTestCaseId(named("case", id.plugin() + " " + id.scenario()))
        .setFullName(id.toString())
        .setName(Inert.line(cell.title()))
        .setDescription(description())
        .setLabels(labels())
        .setParameters(
            List.of(
                new Parameter().setName("device").setValue(id.device()),
                new Parameter().setName("plugin").setValue(id.plugin())))
        .setStatus(status(cell.verdict().word()))
        .setStatusDetails(details())
        .setStage(Stage.FINISHED)
        .setSteps(evidence.map(e -> new AllureSteps(cell, e).all()).orElse(List.of()))
        .setAttachments(cell.stored().map(attachments::of).orElse(List.of()))
        .setStart(start.toEpochMilli())
        .setStop(start.plus(cell.duration()).toEpochMilli());
  }

  /** Where to look in the user's files; as Markdown, in which this is plain text. */
  private String description() {
    return "`" + Inert.line(source()).replace('`', '\'') + "`";
  }

  private String source() {
    SourceLocation at = matrix.place(cell);
    return at.line() == 0 ? at.file() : at.file() + ":" + at.line();
  }

  /** Waived and unsupported ones are told apart by their reason: Allure knows four words. */
  static Status status(String verdict) {
    return switch (verdict) {
      case "passed" -> Status.PASSED;
      case "failed" -> Status.FAILED;
      case "broken" -> Status.BROKEN;
      default -> Status.SKIPPED;
    };
  }

  private StatusDetails details() {
    Verdict verdict = cell.verdict();
    boolean waived = verdict instanceof Verdict.Waived;
    String evidence = cell.stored().map(stored -> reports + "/" + stored.har()).orElse("");
    String trace = String.join("\n\n", FailureText.blocks(cell, evidence, Integer.MAX_VALUE));
    String word = status(verdict.word()) == Status.SKIPPED ? verdict.word() + ": " : "";
    String message =
        verdict instanceof Verdict.Passed passed ? passed.proof().words() : word + verdict.reason();
    return new StatusDetails()
        .setMessage(Inert.text(message))
        .setTrace(trace)
        .setKnown(waived)
        .setFlaky(cell.isFlaky());
  }

  private List<Label> labels() {
    CellId id = cell.cell();
    List<Label> labels = new ArrayList<>();
    labels.add(label("framework", "crosscheck"));
    labels.add(label("parentSuite", id.plugin()));
    labels.add(label("suite", id.device()));
    labels.add(label("epic", id.plugin()));
    labels.add(label("feature", id.slug()));
    labels.add(label("plugin", id.plugin()));
    labels.add(label("device", id.device()));
    labels.add(label("verdict", cell.verdict().word()));
    labels.add(label("source", source()));
    labels.add(label("package", id.plugin()));
    facts().ifPresent(facts -> labels.add(label("platform", facts.platform())));
    facts().ifPresent(facts -> labels.add(label("host", facts.name())));
    return labels;
  }

  private Optional<DeviceFacts> facts() {
    return matrix.devices().stream()
        .filter(device -> device.spec().id().equals(cell.cell().device()))
        .findFirst()
        .flatMap(DeviceColumn::facts);
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(Inert.line(value));
  }

  private static String named(String what, String id) {
    byte[] bytes = ("crosscheck " + what + " " + id).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(bytes).toString().replace("-", "");
  }
}
