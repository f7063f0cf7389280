package dev.crosscheck.scenario;

import java.util.List;
import java.util.Locale;

/**
 * How a plugin comes onto a page.
 *
 * @param way who brings it, and in what form
 * @param source a file relative to the plugin's folder, or {@code npm:name@version}: what a
 *     published package exports
 * @param libraries what the plugin asks for at run time, and what is served
 */
public record WebPlugin(Way way, String source, List<Library> libraries) {

  /** The three ways in which analytics.js gets a plugin. */
  public enum Way {
    /** The page passes it to {@code analytics.register}. */
    REGISTER,
    /** Segment's CDN delivers it: a destination made with {@code analytics.js-integration}. */
    CLASSIC,
    /** Segment's settings name it among the remote plugins: an action destination. */
    ACTION;

    /** As files write it: {@code classic}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
