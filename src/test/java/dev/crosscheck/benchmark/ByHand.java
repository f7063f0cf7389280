package dev.crosscheck.benchmark;

import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.scenario.HostPage;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The same cell written by hand with playwright-core, in a Node.js process that stays warm. */
final class ByHand implements AutoCloseable {
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/crosscheck/benchmark/playwright");
  private static final JsonMapper JSON = new JsonMapper();

  private final Process node;
  private final Writer input;
  private final BufferedReader output;

  private ByHand(Process node) {
    this.node = node;
    this.input = node.outputWriter(StandardCharsets.UTF_8);
    this.output = node.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts the browser that Crosscheck itself would find.
   *
   * @param answers a HAR of such a cell: what its requests were answered
   * @param width of the page, in CSS pixels
   */
  static ByHand start(Supply supply, Path answers, int width, int height)
      throws Shortage, IOException {
    ObjectNode setup =
        JsonNodeFactory.instance
            .objectNode()
            .put("modules", supply.nodeModules(FOLDER).toString())
            .put("chromium", supply.program(Program.CHROMIUM).toString())
            .put("page", HostPage.ORIGIN + "/")
            .put("answers", answers.toString());
    setup.putArray("window").add(width).add(height);
    Process node =
        new ProcessBuilder(
                supply.program(Program.NODE).toString(),
                FOLDER.resolve("order.mjs").toString(),
                setup.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new ByHand(node);
  }

  /**
   * One cell, in milliseconds by the clock of the process.
   *
   * @param via where the answers come from; empty: they are given by routes within Playwright
   */
  double cell(Optional<ProxyAddress> via, Path har, Path screenshot) {
    ObjectNode wanted =
        JsonNodeFactory.instance
            .objectNode()
            .put("har", har.toString())
            .put("screenshot", screenshot.toString());
    via.ifPresent(proxy -> wanted.put("proxy", proxy.toString()));
    try {
      input.write(wanted + "\n");
      input.flush();
      String line = output.readLine();
      if (line == null) {
        throw new IllegalStateException("Node.js ended: " + node.waitFor());
      }
      JsonNode told = JSON.readTree(line);
      if (!told.has("ms")) {
        throw new IllegalStateException(told.path("failure").asString(line));
      }
      return told.path("ms").asDouble();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Lets it end its browser. */
  @Override
  public void close() throws IOException, InterruptedException {
    input.close();
    if (!node.waitFor(10, TimeUnit.SECONDS)) {
      node.descendants().forEach(ProcessHandle::destroyForcibly);
      node.destroyForcibly();
    }
  }
}
