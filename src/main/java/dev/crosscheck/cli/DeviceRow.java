package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Columns;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.matrix.CellResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far the cells of one device have come. */
final class DeviceRow {
  private final String device;
  private final Map<CellId, Instant> running = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int planned;
  private int finished;

  DeviceRow(String device) {
    this.device = device;
  }

  void planned() {
    planned++;
  }

  void started(CellId cell, Instant at) {
    running.put(cell, at);
  }

  void finished(CellResult result) {
    running.remove(result.cell());
    counts.merge(result.verdict().word(), 1, Integer::sum);
    finished++;
  }

  String device() {
    return device;
  }

  /** {@code 3/15}. */
  String done() {
    return finished + "/" + planned;
  }

  int finished() {
    return finished;
  }

  int running() {
    return running.size();
  }

  boolean isOver() {
    return finished >= planned;
  }

  int count(String verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  /**
   * The cells that are under way with their time, the oldest first, as many as fit: {@code revenue
   * 2.1 s, alias 0.4 s +2}.
   *
   * @param room in columns
   * @param bySlug whether a scenario's name tells enough without the plugin's
   */
  String underWay(Instant now, int room, boolean bySlug) {
    List<String> told = new ArrayList<>();
    for (Map.Entry<CellId, Instant> cell : running.entrySet()) {
      String name = bySlug ? cell.getKey().slug() : cell.getKey().scenario();
      told.add(name + " " + new Elapsed(Duration.between(cell.getValue(), now)));
    }
    for (int shown = told.size(); shown > 1; shown--) {
      String text = some(told, shown);
      if (Columns.of(text) <= room) {
        return text;
      }
    }
    return told.isEmpty() ? "" : some(told, 1);
  }

  private static String some(List<String> told, int shown) {
    String more = told.size() > shown ? " +" + (told.size() - shown) : "";
    return String.join(", ", told.subList(0, shown)) + more;
  }
}
