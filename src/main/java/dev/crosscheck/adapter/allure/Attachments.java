package dev.crosscheck.adapter.allure;

import dev.crosscheck.evidence.EvidenceStore.Stored;
import dev.crosscheck.run.Reports;
import io.qameta.allure.model.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Copies what was stored of an attempt to where Allure looks for it. */
final class Attachments {
  private final Reports reports;
  private final String folder;

  Attachments(Reports reports, String folder) {
    this.reports = reports;
    this.folder = folder;
  }

  List<Attachment> of(Stored stored) {
    List<Attachment> all = new ArrayList<>();
    add(all, "messages", "application/json", DecodedMessages.of(stored.evidence()), ".json");
    attach(all, "traffic (HAR)", "application/json", stored.har(), ".har");
    attach(all, "evidence", "application/json", stored.folder() + "/evidence.json", ".json");
    attach(all, "console", "text/plain", stored.log(), ".log");
    if (stored.screenshot()) {
      attach(all, "screenshot", "image/png", stored.folder() + "/screenshot.png", ".png");
    }
    return all;
  }

  private void attach(
      List<Attachment> all, String name, String type, String file, String extension) {
    reports
        .read(file)
        .filter(content -> content.length > 0)
        .ifPresent(content -> add(all, name, type, content, extension));
  }

  private void add(
      List<Attachment> all, String name, String type, byte[] content, String extension) {
    String source = UUID.randomUUID() + "-attachment" + extension;
    reports.write(folder + "/" + source, content);
    all.add(new Attachment().setName(name).setType(type).setSource(source));
  }
}
