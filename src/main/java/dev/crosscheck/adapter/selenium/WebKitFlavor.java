package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.supply.Program;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A port of WebKit with a browser of its own: what it is called, and how it is started. */
enum WebKitFlavor {
  GTK(
      BrowserSpec.Browser.WEBKIT,
      "WebKitGTK",
      List.of(Program.MINIBROWSER, Program.WEBKITDRIVER, Program.XVFB),
      "webkitgtk:browserOptions",
      List.of("--automation"),
      "--cookies-policy=",
      "fetch without keepalive, synchronous XMLHttpRequest"),
  WPE(
      BrowserSpec.Browser.WPE,
      "WPE WebKit",
      List.of(Program.COG, Program.WPEDRIVER),
      "wpe:browserOptions",
      List.of("--automation", "-P", "headless"),
      "--cookie-store=",
      "fetch without keepalive, synchronous XMLHttpRequest");

  private final BrowserSpec.Browser browser;
  private final String product;
  private final List<Program> programs;
  private final String options;
  private final List<String> arguments;
  private final String cookies;
  private final String dropsWhenLeft;

  WebKitFlavor(
      BrowserSpec.Browser browser,
      String product,
      List<Program> programs,
      String options,
      List<String> arguments,
      String cookies,
      String dropsWhenLeft) {
    this.browser = browser;
    this.product = product;
    this.programs = programs;
    this.options = options;
    this.arguments = arguments;
    this.cookies = cookies;
    this.dropsWhenLeft = dropsWhenLeft;
  }

  BrowserSpec.Browser browser() {
    return browser;
  }

  String product() {
    return product;
  }

  /** The browser first, then what drives it. */
  List<Program> programs() {
    return programs;
  }

  /** What may not get out of a page that is being left. */
  String dropsWhenLeft() {
    return dropsWhenLeft;
  }

  /** What a new session is asked for. */
  ObjectNode newSession(BrowserSpec spec, Path program, ProxyAddress via) {
    ObjectNode wanted = ClassicFlavor.usual();
    ArrayNode given = wanted.putObject(options).put("binary", program.toString()).putArray("args");
    arguments.forEach(given::add);
    // As a capability, the driver would speak TLS to the proxy itself.
    given.add("--proxy=http://" + via);
    given.add(cookies + (spec.thirdPartyCookies() ? "always" : "no-third-party"));
    return ClassicFlavor.asked(wanted);
  }
}
