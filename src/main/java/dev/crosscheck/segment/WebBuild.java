package dev.crosscheck.segment;

import dev.crosscheck.capture.Body;
import java.util.Map;

/**
 * A plugin, built for a page.
 *
 * @param script a classic script that leaves the plugin where {@link GlobalName} says
 * @param libraries what is served at the URLs of plugin.yaml's {@code libraries:}
 * @param versions npm packages in it with their versions
 * @param sha256 of the script, lower-case hex
 */
public record WebBuild(
    Body script, Map<String, Body> libraries, Map<String, String> versions, String sha256) {
  public WebBuild {
    libraries = Map.copyOf(libraries);
    versions = Map.copyOf(versions);
  }
}
