package dev.crosscheck.scenario;

import java.util.List;

/**
 * How a plugin comes onto a page.
 *
 * @param register the module that is passed to {@code analytics.register}, relative to the plugin's
 *     folder
 * @param libraries what the plugin asks for at run time, and what is served
 */
public record WebPlugin(String register, List<Library> libraries) {

  /**
   * A script at a URL of the partner's.
   *
   * @param source {@code npm:name@version/path} or {@code file:path}
   */
  public record Library(String url, String source) {}

  public WebPlugin {
    libraries = List.copyOf(libraries);
  }
}
