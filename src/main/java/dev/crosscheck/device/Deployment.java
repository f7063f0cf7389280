package dev.crosscheck.device;

import dev.crosscheck.capture.Answers;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.scenario.Sdk;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

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

  /**
   * For Android: a host app that embeds one of Segment's SDKs and the plugin.
   *
   * @param code the plugin's; for a control the app is told to do without
   * @param plugin its name in Segment's settings
   * @param writeKey the source's
   * @param gate what the app waits for before it calls itself ready
   * @param integrations goes with every call that says nothing else
   * @param middleware the customer's own
   * @param late the SDK gets its settings only once this is completed, by {@link Session#ready}
   */
  record MobileApp(
      Sdk sdk,
      AppCode code,
      String plugin,
      String writeKey,
      Gate gate,
      Optional<ObjectNode> integrations,
      List<Middleware> middleware,
      Optional<CompletableFuture<Void>> late,
      Answers answers)
      implements Deployment {
    public MobileApp {
      middleware = List.copyOf(middleware);
    }

    /** Whether the plugin will be heard: it is not there, or must stay silent, or runs. */
    public enum Gate {
      NONE,
      SHUT,
      OPEN
    }

    @Override
    public Deployment held() {
      CompletableFuture<Void> until = new CompletableFuture<>();
      return new MobileApp(
          sdk,
          code,
          plugin,
          writeKey,
          gate,
          integrations,
          middleware,
          Optional.of(until),
          new LateSettings(answers, until));
    }
  }
}
