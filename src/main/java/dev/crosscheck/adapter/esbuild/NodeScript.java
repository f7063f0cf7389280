package dev.crosscheck.adapter.esbuild;

import dev.crosscheck.supply.Command;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One of our scripts for Node.js: reads a JSON object, writes a JSON object. */
final class NodeScript {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Supply supply;
  private final String name;

  /**
   * @param name of the script beside this class, such as {@code page.cjs}
   */
  NodeScript(Supply supply, String name) {
    this.supply = supply;
    this.name = name;
  }

  static ObjectNode request(Path modules) {
    return JSON.createObjectNode().put("modules", modules.toString());
  }

  /**
   * Runs it without any of the user's environment, so that no NODE_OPTIONS changes what it does.
   */
  JsonNode run(ObjectNode request) throws Shortage {
    String node = supply.program(Program.NODE).toString();
    Command command = Command.of(Map.of(), LIMIT, node, "-e", source());
    Command.Result result;
    try {
      result = command.reading(request.toString()).run();
      if (result.ok()) {
        return JSON.readTree(result.out());
      }
    } catch (IOException e) {
      throw new Shortage("cannot run '" + node + "': " + e.getMessage(), "repair Node.js");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Shortage("interrupted while building for the web", "run it again");
    } catch (JacksonException e) {
      throw new Shortage("'" + node + "' did not answer with JSON", "repair Node.js");
    }
    throw new Shortage("'" + node + "' failed: " + result.lastLines(4), "repair Node.js");
  }

  private String source() {
    try (InputStream in = NodeScript.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this build of crosscheck lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
