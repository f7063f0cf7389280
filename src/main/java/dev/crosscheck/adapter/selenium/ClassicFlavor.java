package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.SystemProxy;
import dev.crosscheck.supply.Shortage;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What is special about a browser that is driven by classic WebDriver. */
interface ClassicFlavor {
  /** Its name without the version. */
  String product();

  /**
   * What every session is asked for. Every certificate is taken, since the browser cannot be told
   * of an authority but by changing the machine's own list; no more than the recording can be met,
   * as all goes through it.
   */
  static ObjectNode usual() {
    ObjectNode wanted =
        Json.object()
            .put("acceptInsecureCerts", true)
            // The page itself is asked whether it is there: nothing else has to wait meanwhile.
            .put("pageLoadStrategy", "none")
            .put("unhandledPromptBehavior", "dismiss");
    long never = Duration.ofDays(1).toMillis();
    wanted.putObject("timeouts").put("script", never).put("pageLoad", never);
    return wanted;
  }

  /** A request for a session with these capabilities. */
  static ObjectNode asked(ObjectNode capabilities) {
    ObjectNode body = Json.object();
    body.putObject("capabilities").set("alwaysMatch", capabilities);
    return body;
  }

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
  default SystemProxy.Led lead(ProxyAddress via) {
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
}
