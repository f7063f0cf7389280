package dev.crosscheck.adapter.archive;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.EvidenceStore;
import dev.crosscheck.verdict.Judgement;
import dev.crosscheck.verdict.VerdictStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Evidence and verdicts as files, a folder for each attempt. Reading needs nothing but those files,
 * wherever the reports folder has been moved.
 */
public final class FileArchive implements EvidenceStore, VerdictStore {
  private static final String CELLS = "cells";
  private static final String EVIDENCE = "evidence.json";
  private static final String HAR = "capture.har";
  private static final String VERDICT = "verdict.json";
  private static final String CONSOLE = "console.log";
  private static final String SCREENSHOT = "screenshot.png";
  private static final String TWIN = "twin";
  private static final String CONFORMANCE = "conformance/";
  private static final String ALONE = "alone-";

  private final Path reports;

  public FileArchive(Path reports) {
    this.reports = reports.toAbsolutePath().normalize();
  }

  @Override
  public Stored store(Evidence evidence, Optional<Body> screenshot) {
    Path folder = folder(evidence.cell(), evidence.attempt());
    try {
      screenshot.ifPresent(png -> AtomicFile.write(folder.resolve(SCREENSHOT), png.bytes()));
      write(folder, evidence);
      return read(folder);
    } catch (UncheckedIOException e) {
      throw withoutTraces(folder, e);
    }
  }

  @Override
  public void store(Stored stored, Judgement judgement) {
    Path folder = within(stored.folder());
    try {
      AtomicFile.write(folder.resolve(VERDICT), write(judgement));
    } catch (UncheckedIOException e) {
      throw withoutTraces(folder, e);
    }
  }

  /** A verdict as {@code verdict.json} has it: the same verdict is the same bytes. */
  public byte[] write(Judgement judgement) {
    return ArchiveJson.write(VerdictFile.of(judgement));
  }

  /** The verdict that was stored beside an attempt's evidence; empty if there is none. */
  public Optional<Judgement> verdict(Stored stored) {
    Path file = within(stored.folder()).resolve(VERDICT);
    return Files.exists(file)
        ? Optional.of(parse(file, bytes -> ArchiveJson.read(bytes, VerdictFile.class).judgement()))
        : Optional.empty();
  }

  /**
   * An attempt's evidence as it stands on disk.
   *
   * @param attempt a folder of this archive
   * @throws UncheckedIOException where a file is missing or is not what Crosscheck wrote, with the
   *     file's name
   */
  public Stored read(Path attempt) {
    Path folder = within(attempt.toString());
    String name = reports.relativize(folder).toString().replace('\\', '/');
    return new Stored(
        evidence(folder), () -> evidence(folder), name, Files.exists(folder.resolve(SCREENSHOT)));
  }

  /** Every attempt of the reports folder, by name. */
  public List<Stored> readAll() {
    Path cells = reports.resolve(CELLS);
    if (!Files.isDirectory(cells)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(cells, 5)) {
      return files
          .filter(file -> file.endsWith(EVIDENCE) && cells.relativize(file).getNameCount() == 5)
          .sorted()
          .map(file -> read(file.resolveSibling("")))
          .toList();
    } catch (IOException e) {
      throw AtomicFile.failure("cannot read", cells, e);
    }
  }

  /** Half of an attempt is none, and where the disk is full the report needs the room. */
  private static UncheckedIOException withoutTraces(Path folder, UncheckedIOException e) {
    try {
      ReportsFolder.remove(folder);
    } catch (IOException | UncheckedIOException alsoInTheWay) {
      e.addSuppressed(alsoInTheWay);
    }
    return e;
  }

  private static void write(Path folder, Evidence evidence) {
    evidence.twin().ifPresent(twin -> write(folder.resolve(TWIN), twin));
    for (int i = 0; i < evidence.alone().size(); i++) {
      write(folder.resolve(ALONE + (i + 1)), evidence.alone().get(i));
    }
    AtomicFile.write(folder.resolve(HAR), HarFile.write(evidence.capture(), evidence.device()));
    AtomicFile.write(folder.resolve(CONSOLE), ConsoleLog.write(evidence.console()));
    // Last: an attempt without it has no evidence.
    AtomicFile.write(folder.resolve(EVIDENCE), ArchiveJson.write(EvidenceFile.of(evidence)));
  }

  private static Evidence evidence(Path folder) {
    Capture capture = parse(folder.resolve(HAR), HarFile::read);
    EvidenceFile file =
        parse(folder.resolve(EVIDENCE), bytes -> ArchiveJson.read(bytes, EvidenceFile.class));
    Optional<Evidence> twin =
        file.hasTwin() ? Optional.of(evidence(folder.resolve(TWIN))) : Optional.empty();
    List<Evidence> alone =
        IntStream.rangeClosed(1, file.alone())
            .mapToObj(number -> evidence(folder.resolve(ALONE + number)))
            .toList();
    return file.with(capture, twin, alone);
  }

  private static <T> T parse(Path file, Function<byte[], T> parser) {
    byte[] bytes = AtomicFile.read(file);
    try {
      return parser.apply(bytes);
    } catch (RuntimeException e) {
      throw AtomicFile.failure("cannot read", file, new IOException(e.getMessage(), e));
    }
  }

  private Path folder(CellId cell, int attempt) {
    return reports
        .resolve(CELLS)
        .resolve(FolderName.of(cell.plugin()))
        .resolve(FolderName.of(cell.device()))
        .resolve(scenario(cell))
        .resolve("attempt-" + attempt);
  }

  /** A plugin's own scenario may have the name of one that is for every plugin. */
  private static String scenario(CellId cell) {
    String own = FolderName.of(cell.slug());
    return cell.scenario().startsWith(CONFORMANCE) ? "conformance_" + own : own;
  }

  private Path within(String folder) {
    Path inside = reports.resolve(folder).normalize();
    if (!inside.startsWith(reports) || inside.equals(reports)) {
      throw new IllegalArgumentException(
          "'" + folder + "' is not in the reports folder '" + reports + "'");
    }
    return inside;
  }
}
