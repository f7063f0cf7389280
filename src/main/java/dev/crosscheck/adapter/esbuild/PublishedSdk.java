package dev.crosscheck.adapter.esbuild;

import dev.crosscheck.capture.Body;
import dev.crosscheck.segment.WebAssets;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * analytics.js as it is published. What {@code analytics.min.js} on Segment's CDN serves is the
 * package's {@code dist/umd/standalone.js}; the chunks that it asks for lie beside it.
 */
final class PublishedSdk {
  private final Supply supply;

  PublishedSdk(Supply supply) {
    this.supply = supply;
  }

  WebAssets read() throws Shortage {
    Path modules = supply.nodeModules("web");
    Path sdk = modules.resolve("@segment").resolve("analytics-next");
    Path umd = sdk.resolve("dist").resolve("umd");
    JsonNode scripts = scripts(modules);
    try {
      String manifest = Files.readString(sdk.resolve("package.json"));
      return new WebAssets(
          JsonMapper.shared().readTree(manifest).path("version").asString(),
          body(umd.resolve("standalone.js")),
          bundles(umd),
          scripts.path("snippet").asString(),
          Body.of(scripts.path("consentTools").asString()));
    } catch (IOException e) {
      throw new Shortage(
          "analytics.js in '" + modules + "' cannot be read: " + e.getMessage(),
          "remove that folder, so that it is installed again");
    }
  }

  /** What goes onto the page beside analytics.js. */
  private JsonNode scripts(Path modules) throws Shortage {
    return new NodeScript(supply, "page.cjs")
        .run(NodeScript.request(modules).put("writeKey", WebAssets.WRITE_KEY));
  }

  private static Map<String, Body> bundles(Path umd) throws IOException {
    Map<String, Body> bundles = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(umd, "*.bundle.*.js")) {
      for (Path file : files) {
        bundles.put(String.valueOf(file.getFileName()), body(file));
      }
    }
    return bundles;
  }

  private static Body body(Path file) throws IOException {
    return Body.of(Files.readAllBytes(file));
  }
}
