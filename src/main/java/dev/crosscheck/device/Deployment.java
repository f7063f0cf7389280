package dev.crosscheck.device;

import dev.crosscheck.capture.Answers;

/** The plugin, built for one SDK and ready to be put on a device. */
public sealed interface Deployment {
  /** What the recording answers so that the device meets Segment, the plugin and its partner. */
  Answers answers();

  /** The same, but the SDK does not start until {@link Session#ready} is called. */
  Deployment held();

  /**
   * For browsers: a page that embeds analytics.js and the plugin.
   *
   * @param origin scheme and host, such as {@code https://shop.example.test}
   * @param path the page that a session opens first
   */
  record WebPage(String origin, String path, Answers answers) implements Deployment {
    /** The path of the page that holds analytics.js back until {@link Session#ready}. */
    public static final String HELD = "/held";

    @Override
    public Deployment held() {
      return new WebPage(origin, HELD, answers);
    }
  }
}
