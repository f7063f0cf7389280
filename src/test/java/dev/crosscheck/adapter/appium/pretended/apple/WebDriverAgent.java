package dev.crosscheck.adapter.appium.pretended.apple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.crosscheck.adapter.appium.pretended.Strangers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP side of WebDriverAgent. It sees one element: that in which the app shows its state. */
final class WebDriverAgent implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern IN_SESSION = Pattern.compile("/session/([^/]+)(/.*)?");
  private static final Pattern OF_ELEMENT = Pattern.compile("GET /element/([^/]+)/(.+)");
  private static final String ELEMENT_KEY = "element-6066-11e4-a52e-4f735466cecf";
  private static final String STATE = "crosscheck-state";
  private static final int NOT_RUNNING = 1;
  private static final int BACKGROUND = 3;
  private static final int FRONT = 4;

  private final Simulator simulator;
  private final Strangers strangers;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile String session = "";
  private int sessions;

  private WebDriverAgent(HttpServer server, Simulator simulator, Strangers strangers) {
    this.server = server;
    this.simulator = simulator;
    this.strangers = strangers;
  }

  static WebDriverAgent at(int port, Simulator simulator, Strangers strangers) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
      WebDriverAgent agent = new WebDriverAgent(server, simulator, strangers);
      server.createContext("/", agent::take);
      server.setExecutor(agent.threads);
      server.start();
      return agent;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** An answer that is no value. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final String error;

    Refused(String error, String message) {
      super(message);
      this.error = error;
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    JsonNode value;
    int status = 200;
    try {
      value = answer(request, body(exchange));
    } catch (Refused e) {
      value =
          NODES
              .objectNode()
              .put("error", e.error)
              .put("message", e.getMessage())
              .put("traceback", "");
      status = 404;
    } catch (RuntimeException e) {
      strangers.meet("how to answer " + request + ": " + e);
      value =
          NODES
              .objectNode()
              .put("error", "unknown error")
              .put("message", e.toString())
              .put("traceback", "");
      status = 500;
    }
    byte[] bytes =
        JSON.writeValueAsBytes(NODES.objectNode().put("sessionId", session).set("value", value));
    exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] bytes = in.readAllBytes();
      return bytes.length == 0 ? NODES.objectNode() : JSON.readTree(bytes);
    }
  }

  private JsonNode answer(String request, JsonNode body) throws Refused {
    Matcher path = IN_SESSION.matcher(request.substring(request.indexOf(' ') + 1));
    String method = request.substring(0, request.indexOf(' '));
    if (request.equals("GET /status")) {
      return status();
    } else if (request.equals("GET /wda/healthcheck") || request.equals("GET /health")) {
      return NODES.nullNode();
    } else if (request.equals("GET /wda/shutdown")) {
      return NODES.nullNode();
    } else if (request.equals("POST /session")) {
      session = "PRETENDED-" + ++sessions;
      return NODES
          .objectNode()
          .put("sessionId", session)
          .set(
              "capabilities",
              NODES.objectNode().put("device", "iphone").put("sdkVersion", simulator.version()));
    } else if (request.equals("POST /wda/homescreen")) {
      return home();
    } else if (path.matches()) {
      if (!path.group(1).equals(session)) {
        throw new Refused("invalid session id", "Session does not exist");
      }
      return inSession(method + " " + (path.group(2) == null ? "" : path.group(2)), body);
    }
    throw unknown(request);
  }

  private Refused unknown(String request) {
    strangers.meet("the WebDriverAgent request '" + request + "'");
    return new Refused("unknown command", "Unhandled endpoint: " + request);
  }

  private JsonNode status() {
    ObjectNode status = NODES.objectNode().put("ready", true).put("state", "success");
    status.put("message", "WebDriverAgent is ready to accept commands");
    status.set("os", NODES.objectNode().put("name", "iOS").put("version", simulator.version()));
    status.set("ios", NODES.objectNode().put("ip", "127.0.0.1"));
    status.set(
        "build",
        NODES
            .objectNode()
            .put("productBundleIdentifier", "com.facebook.WebDriverAgentRunner")
            .put("version", Xcode.AGENT_VERSION));
    return status;
  }

  private JsonNode inSession(String request, JsonNode body) throws Refused {
    String bundle = body.path("bundleId").asString("");
    switch (request) {
      case "DELETE ", "DELETE /":
        session = "";
        return NODES.nullNode();
      case "POST /appium/settings":
        return body.path("settings");
      case "POST /wda/homescreen":
        return home();
      case "GET /screenshot":
        return NODES.stringNode(Base64.getEncoder().encodeToString(picture()));
      case "GET /orientation":
        return NODES.stringNode(simulator.isLandscape() ? "LANDSCAPE" : "PORTRAIT");
      case "POST /orientation":
        simulator.turn(body.path("orientation").asString("").equals("LANDSCAPE"));
        return NODES.nullNode();
      case "POST /wda/apps/launch":
        return launch(bundle, body.path("arguments"));
      case "POST /wda/apps/activate":
        return launch(bundle, NODES.arrayNode());
      case "POST /wda/apps/terminate":
        boolean ran = simulator.app().isPresent();
        simulator.end();
        return NODES.booleanNode(ran);
      case "POST /wda/apps/state":
        return NODES.numberNode(
            simulator.app().map(app -> app.isInFront() ? FRONT : BACKGROUND).orElse(NOT_RUNNING));
      case "POST /url":
        return open(bundle, body.path("url").asString(""));
      case "POST /element", "POST /elements":
        return find(request.endsWith("s"), body);
      default:
        return ofElement(request);
    }
  }

  private JsonNode home() {
    simulator.app().ifPresent(StandInApp::background);
    return NODES.nullNode();
  }

  private JsonNode launch(String bundle, JsonNode arguments) throws Refused {
    List<String> words = new ArrayList<>();
    arguments.forEach(word -> words.add(word.asString()));
    if (simulator.launchApp(bundle, words).isEmpty()) {
      throw new Refused("unknown error", "Failed to launch " + bundle + ": it is not installed");
    }
    return NODES.nullNode();
  }

  /** The system launches an app that does not run, and tells it no arguments. */
  private JsonNode open(String bundle, String url) throws Refused {
    if (!url.startsWith("crosscheck://") && !url.startsWith("shop://")) {
      throw new Refused("unknown error", "no app opens '" + url + "'");
    }
    launch(bundle, NODES.arrayNode());
    simulator.app().ifPresent(app -> app.open(url));
    return NODES.nullNode();
  }

  private JsonNode find(boolean all, JsonNode body) throws Refused {
    if (!body.path("using").asString("").equals("accessibility id")
        || !body.path("value").asString("").equals(STATE)) {
      throw unknown("element " + body);
    }
    Optional<StandInApp> shown = simulator.app().filter(StandInApp::isInFront);
    if (shown.isEmpty() && !all) {
      throw new Refused("no such element", "unable to find an element");
    }
    var found = NODES.arrayNode();
    shown.ifPresent(
        app -> found.addObject().put(ELEMENT_KEY, app.element()).put("ELEMENT", app.element()));
    return all ? found : found.path(0);
  }

  private JsonNode ofElement(String request) throws Refused {
    Matcher element = OF_ELEMENT.matcher(request);
    if (!element.matches() || !element.group(2).equals("text")) {
      throw unknown(request);
    }
    return simulator
        .app()
        .filter(app -> app.isInFront() && app.element().equals(element.group(1)))
        .map(app -> NODES.stringNode(app.state()))
        .orElseThrow(() -> new Refused("stale element reference", "the element is gone"));
  }

  private byte[] picture() {
    boolean wide = simulator.isLandscape();
    BufferedImage image =
        new BufferedImage(wide ? 844 : 390, wide ? 390 : 844, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
