package dev.crosscheck.sample;

import dev.crosscheck.run.Reports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A reports folder that keeps what is written in memory, beside a folder with stored cells. */
public final class MemoryReports implements Reports {
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Path path;

  public MemoryReports(Path path) {
    this.path = path;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public void write(String name, byte[] content) {
    files.put(name, content);
  }

  @Override
  public Optional<byte[]> read(String name) {
    return Optional.ofNullable(files.get(name));
  }

  public Map<String, byte[]> files() {
    return files;
  }

  public String text(String name) {
    return new String(read(name).orElseThrow(), StandardCharsets.UTF_8);
  }
}
