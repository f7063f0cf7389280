package dev.crosscheck.adapter.appium.pretended;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The HTTP side of {@code io.appium.uiautomator2.server}, which adb forwards to. It sees one
 * element: the one in which the app under test shows its state.
 */
final class UiAutomatorServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern IN_SESSION = Pattern.compile("/session/([^/]+)(/.*)?");
  private static final Pattern OF_ELEMENT = Pattern.compile("/element/([^/]+)/(.+)");
  private static final String ELEMENT_KEY = "element-6066-11e4-a52e-4f735466cecf";
  private static final String STATE = "crosscheck-state";
  private static final int THREADS = 4;

  private final PhoneModel model;
  private final Phone phone;
  private final Strangers strangers;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private volatile Runnable whenDeleted = () -> {};
  private volatile boolean landscape;
  private volatile String session = "";
  private int sessions;

  UiAutomatorServer(PhoneModel model, Phone phone, Strangers strangers) {
    this.model = model;
    this.phone = phone;
    this.strangers = strangers;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Called when its session is deleted: the instrumentation ends then. */
  void whenDeleted(Runnable ending) {
    whenDeleted = ending;
  }

  /** An answer that is no value. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final transient ObjectNode error;

    Refused(String error, String message) {
      super(message);
      this.error = NODES.objectNode().put("error", error).put("message", message);
      this.error.put("stacktrace", "");
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    JsonNode value;
    int status = 200;
    try {
      value = answer(method, path, body(exchange));
    } catch (Refused e) {
      value = e.error;
      status = 404;
    } catch (NotKnown e) {
      strangers.meet(String.valueOf(e.getMessage()));
      value = new Refused("unknown command", String.valueOf(e.getMessage())).error;
      status = 404;
    } catch (RuntimeException e) {
      strangers.meet("how to answer " + method + " " + path + ": " + e);
      value = new Refused("unknown error", e.toString()).error;
      status = 500;
    }
    ObjectNode answer = NODES.objectNode().put("sessionId", session);
    byte[] bytes = JSON.writeValueAsBytes(answer.set("value", value));
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
    if (method.equals("DELETE")) {
      whenDeleted.run();
    }
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] bytes = in.readAllBytes();
      return bytes.length == 0 ? NODES.objectNode() : JSON.readTree(bytes);
    }
  }

  private JsonNode answer(String method, String path, JsonNode body) throws Refused, NotKnown {
    Matcher inSession = IN_SESSION.matcher(path);
    if (method.equals("GET") && path.equals("/status")) {
      return NODES.objectNode().put("ready", true).put("message", "ready to accept commands");
    } else if (method.equals("POST") && path.equals("/session")) {
      return begin(body);
    } else if (inSession.matches() && inSession.group(1).equals(session)) {
      String rest = inSession.group(2) == null ? "" : inSession.group(2);
      return inSession(method + " " + rest, body);
    } else if (inSession.matches()) {
      throw new Refused("invalid session id", "there is no session " + inSession.group(1));
    }
    throw new NotKnown("the UiAutomator2 request '" + method + " " + path + "'");
  }

  private synchronized JsonNode begin(JsonNode body) {
    session = "pretended-" + ++sessions;
    JsonNode asked = body.path("capabilities").path("firstMatch").path(0);
    return NODES.objectNode().put("sessionId", session).set("capabilities", asked);
  }

  private JsonNode inSession(String request, JsonNode body) throws Refused, NotKnown {
    return switch (request) {
      case "DELETE ", "DELETE /" -> NODES.nullNode();
      case "GET /appium/device/info" -> info();
      case "GET /appium/device/pixel_ratio" -> NODES.numberNode(PhoneModel.PIXEL_RATIO);
      case "GET /appium/device/system_bars" ->
          NODES.objectNode().put("statusBar", PhoneModel.STATUS_BAR);
      case "GET /window/rect", "GET /window/current/size" -> rectangle();
      case "GET /source" -> NODES.stringNode(source());
      case "GET /screenshot" -> NODES.stringNode(Base64.getEncoder().encodeToString(picture()));
      case "GET /orientation" -> NODES.stringNode(landscape ? "LANDSCAPE" : "PORTRAIT");
      case "POST /orientation" -> turn(body.path("orientation").asString(""));
      case "GET /alert/text" -> throw new Refused("no such alert", "no alert is open");
      case "POST /appium/settings" -> set(body.path("settings"));
      case "POST /element" -> find(body);
      case "POST /elements" -> findAll(body);
      default -> ofElement(request);
    };
  }

  /** Nobody waits for its screen to be still, whether or not it is told so. */
  private static JsonNode set(JsonNode settings) throws NotKnown {
    if (!settings.equals(NODES.objectNode().put("waitForIdleTimeout", 0))) {
      throw new NotKnown("the settings " + settings);
    }
    return NODES.nullNode();
  }

  private ObjectNode info() {
    return NODES
        .objectNode()
        .put("androidId", "0123456789abcdef")
        .put("manufacturer", model.manufacturer())
        .put("model", model.model())
        .put("brand", "google")
        .put("apiVersion", String.valueOf(model.api()))
        .put("platformVersion", model.release())
        .put("carrierName", "")
        .put("realDisplaySize", PhoneModel.WIDTH + "x" + PhoneModel.HEIGHT)
        .put("displayDensity", PhoneModel.DENSITY)
        .put("locale", "en_US")
        .put("timeZone", "GMT");
  }

  private ObjectNode rectangle() {
    int width = landscape ? PhoneModel.HEIGHT : PhoneModel.WIDTH;
    int height = landscape ? PhoneModel.WIDTH : PhoneModel.HEIGHT;
    return NODES.objectNode().put("x", 0).put("y", 0).put("width", width).put("height", height);
  }

  private JsonNode turn(String orientation) throws NotKnown {
    if (!orientation.equals("LANDSCAPE") && !orientation.equals("PORTRAIT")) {
      throw new NotKnown("the orientation '" + orientation + "'");
    }
    landscape = orientation.equals("LANDSCAPE");
    phone.rotate(landscape).join();
    return NODES.stringNode(orientation);
  }

  private String source() {
    String element =
        phone
            .state()
            .filter(text -> phone.isInFront())
            .map(
                text ->
                    "<android.widget.TextView package=\"%s\" content-desc=\"%s\" text=\"%s\"/>"
                        .formatted(phone.packageName(), STATE, escaped(text)))
            .orElse("");
    return "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?><hierarchy index=\"0\">"
        + element
        + "</hierarchy>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** The app's screen; another's, plain, where the app is not in front. */
  private byte[] picture() {
    if (phone.isInFront()) {
      return phone.screenshot().join();
    }
    return Pictures.plain();
  }

  private JsonNode find(JsonNode body) throws Refused, NotKnown {
    JsonNode all = findAll(body);
    if (all.isEmpty()) {
      throw new Refused(
          "no such element",
          "An element could not be located on the page using the given search parameters");
    }
    return all.path(0);
  }

  private JsonNode findAll(JsonNode body) throws NotKnown {
    if (!body.path("strategy").asString("").equals("accessibility id")
        || !body.path("selector").asString("").equals(STATE)
        || !body.path("context").asString("").isEmpty()) {
      throw new NotKnown("the element " + body);
    }
    var found = NODES.arrayNode();
    if (phone.isInFront() && phone.state().isPresent()) {
      found.add(NODES.objectNode().put(ELEMENT_KEY, element()).put("ELEMENT", element()));
    }
    return found;
  }

  /** Another process shows another element. */
  private String element() {
    return "state-" + phone.pid().orElse(0);
  }

  private JsonNode ofElement(String request) throws Refused, NotKnown {
    String path = request.startsWith("GET ") ? request.substring(4) : "";
    Matcher parts = OF_ELEMENT.matcher(path);
    if (!parts.matches()) {
      throw new NotKnown("the UiAutomator2 request '" + request + "'");
    }
    if (!phone.isInFront() || !parts.group(1).equals(element())) {
      throw new Refused("stale element reference", "The element is not on the screen any more");
    }
    return switch (parts.group(2)) {
      case "text", "attribute/text" -> NODES.stringNode(text());
      case "attribute/content-desc" -> NODES.stringNode(STATE);
      case "displayed" -> NODES.booleanNode(true);
      default -> throw new NotKnown("the UiAutomator2 request '" + request + "'");
    };
  }

  private String text() throws Refused {
    return phone
        .state()
        .filter(text -> phone.isInFront())
        .orElseThrow(() -> new Refused("no such element", "the app is not on the screen"));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Screens that are not the app's. */
  private static final class Pictures {
    static byte[] plain() {
      var image =
          new java.awt.image.BufferedImage(
              PhoneModel.WIDTH, PhoneModel.HEIGHT, java.awt.image.BufferedImage.TYPE_INT_RGB);
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      try {
        ImageIO.write(image, "png", png);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return png.toByteArray();
    }
  }
}
