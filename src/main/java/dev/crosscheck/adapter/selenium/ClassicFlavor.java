package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.supply.Shortage;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What is special about a browser that is driven by classic WebDriver. */
interface ClassicFlavor {
  /** Its name without the version. */
  String product();

  /**
   * What a new session is asked for.
   *
   * @param via where all that it sends goes
   */
  ObjectNode newSession(BrowserSpec spec, ProxyAddress via) throws Shortage;

  /** The place and size of its window; empty where it has none that can be moved. */
  default Optional<ObjectNode> window() {
    return Optional.of(Json.object().put("x", 0).put("y", 0).put("width", 1280).put("height", 900));
  }

  /** What leads it to its proxy where a session cannot say it; closed once the session is over. */
  default Leading lead(ProxyAddress via) {
    return () -> {};
  }

  /** Whether its driver answers while another command waits, such as a script that never ends. */
  default boolean answersBeside() {
    return true;
  }

  /** How long a session may take to begin: a program that is no such browser takes for ever. */
  default Duration patience() {
    return Duration.ofSeconds(30);
  }

  /** How long a driver gets to end a session before it is killed: none where that ends it too. */
  default Duration farewell() {
    return Duration.ZERO;
  }

  /** Ends with {@link #close}, which never throws. */
  interface Leading extends AutoCloseable {
    @Override
    void close();
  }
}
