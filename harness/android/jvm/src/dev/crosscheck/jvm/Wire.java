package dev.crosscheck.jvm;

import java.io.PrintStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines of fields, parted by tabs, each encoded like a field of a form. */
final class Wire {
  private final PrintStream out;

  Wire(PrintStream out) {
    this.out = out;
  }

  static List<String> read(String line) {
    List<String> fields = new ArrayList<>();
    for (String field : line.split("\t", -1)) {
      fields.add(URLDecoder.decode(field, StandardCharsets.UTF_8));
    }
    return fields;
  }

  void write(String... fields) {
    StringBuilder line = new StringBuilder();
    for (String field : fields) {
      line.append(line.length() == 0 ? "" : "\t")
          .append(URLEncoder.encode(field, StandardCharsets.UTF_8));
    }
    synchronized (out) {
      out.print(line.append('\n'));
      out.flush();
    }
  }
}
