package dev.crosscheck.adapter.appium.pretended.apple;

import dev.crosscheck.adapter.appium.pretended.Strangers;
import dev.crosscheck.adapter.local.LocalWebKits;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Safari behind Apple's driver, on the Mac and on its simulators: a real WebKitGTK, which goes by
 * the proxy of the Mac's settings, and takes one session at a time. What Apple's driver would not
 * take, or nobody here knows, is refused.
 */
public final class Safari implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final BrowserSpec STAND_IN =
      new BrowserSpec(
          "stand-in", new SourceLocation("test", 1, 1), BrowserSpec.Browser.WEBKIT, false);
  private static final Set<String> CAPABILITIES =
      Set.of(
          "browserName",
          "platformName",
          "acceptInsecureCerts",
          "pageLoadStrategy",
          "unhandledPromptBehavior",
          "timeouts",
          "safari:useSimulator",
          "safari:deviceUDID");
  private static final Set<String> COMMANDS =
      Set.of(
          "GET /window",
          "POST /window/rect",
          "POST /window/minimize",
          "POST /url",
          "POST /refresh",
          "POST /execute/sync",
          "POST /execute/async",
          "GET /cookie",
          "GET /screenshot",
          "POST /frame",
          "POST /element/*/click",
          "POST /element/*/value",
          "POST /actions");

  private final Mac mac;
  private final Strangers strangers;
  private final Supply supply = TestSupply.create();
  private final LocalWebKits webkits = new LocalWebKits(supply, InstantSource.system());
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private boolean remoteAutomation = true;
  private boolean starts = true;
  private volatile boolean ends = true;
  private volatile Instant silentUntil = Instant.EPOCH;

  Safari(Mac mac, Strangers strangers) {
    this.mac = mac;
    this.strangers = strangers;
  }

  private record Session(Endpoint endpoint, String path, String host) {}

  /** What the driver answers. */
  record Answer(int status, String json) {
    static Answer refusing(String error, String message) {
      ObjectNode value = JsonNodeFactory.instance.objectNode();
      value.putObject("value").put("error", error).put("message", message).put("stacktrace", "");
      return new Answer(500, value.toString());
    }
  }

  /** Its user has not allowed that it is driven. */
  public synchronized void forbidRemoteAutomation() {
    remoteAutomation = false;
  }

  /** It says of no session that it has begun, until then. */
  public void beSilentUntil(Instant when) {
    silentUntil = when;
  }

  /** Its driver answers no more that a session has ended, and ends none. */
  public void neverEnd() {
    ends = false;
  }

  /** Its driver has not been allowed to start. */
  public synchronized void refuseToStart() {
    starts = false;
  }

  /** Its user quits it. */
  public void unpair() {
    sessions.keySet().forEach(this::end);
  }

  /** How many sessions it is paired with. */
  public int paired() {
    return sessions.size();
  }

  /** What {@code safaridriver} says as it starts; nothing where it goes on to serve. */
  synchronized Said start(String argument) {
    if (argument.equals("--version")) {
      return Said.of("Included with Safari 18.2 (20620.1.16.11.8)\n");
    }
    return starts
        ? Said.of("")
        : Said.failing(
            1,
            "ERROR: safaridriver could not launch because it is not configured correctly or you"
                + " need to authenticate. Re-run safaridriver(1) and pass the '--enable' flag to"
                + " configure and/or authenticate.\n");
  }

  Answer answer(String method, String path, String body) {
    try {
      if (path.equals("/session")) {
        return method.equals("POST") ? begin(JSON.readTree(body)) : unknown(method, path);
      }
      String id = path.replaceFirst("^/session/", "").replaceFirst("/.*$", "");
      Session session = sessions.get(id);
      if (session == null) {
        return Answer.refusing("invalid session id", "no such session");
      }
      String command = path.substring("/session/".length() + id.length());
      if (command.isEmpty() && method.equals("DELETE")) {
        return ends ? end(id) : silence();
      }
      // nobody says whether Apple's driver answers one command while another waits
      synchronized (session) {
        return relay(session, method, command, body);
      }
    } catch (IOException | Shortage e) {
      return Answer.refusing("unknown error", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.refusing("unknown error", "the test is over");
    }
  }

  private synchronized Answer begin(JsonNode asked)
      throws IOException, InterruptedException, Shortage {
    JsonNode wanted = asked.path("capabilities").path("alwaysMatch");
    for (String name : wanted.propertyNames()) {
      if (!CAPABILITIES.contains(name)) {
        strangers.meet("Safari's capability " + name);
        return notCreated("Capability '" + name + "' could not be honored.");
      }
    }
    boolean simulated = wanted.path("safari:useSimulator").asBoolean(false);
    Optional<Simulator> simulator = simulator(wanted.path("safari:deviceUDID").asString(""));
    String platform = wanted.path("platformName").asString("");
    if (!platform.equals(simulated ? "iOS" : "macOS") || simulated && simulator.isEmpty()) {
      return notCreated("No host matches the capabilities.");
    } else if (!remoteAutomation) {
      return notCreated(
          "You must enable 'Allow remote automation' in the Developer section of Safari Settings"
              + " to control Safari via WebDriver.");
    }
    String host = simulator.map(Simulator::udid).orElse("this Mac");
    if (sessions.values().stream().anyMatch(session -> session.host().equals(host))) {
      return notCreated("The Safari instance is already paired with another WebDriver session.");
    }
    Optional<String> proxy = mac.network().secureProxy();
    if (proxy.isEmpty()) {
      strangers.meet("how Safari reaches the internet: the Mac's settings lead past the recording");
      return notCreated("no proxy");
    }
    Endpoint endpoint = webkits.endpoint(STAND_IN);
    JsonNode begun =
        JSON.readTree(send(endpoint, "POST", "/session", like(wanted, proxy.get())).body());
    String id = begun.path("value").path("sessionId").asString("");
    sessions.put(id, new Session(endpoint, "/session/" + id, host));
    long silence = Duration.between(Instant.now(), silentUntil).toMillis();
    new CountDownLatch(1).await(silence, TimeUnit.MILLISECONDS);
    return new Answer(200, answered(id, platform, simulator).toString());
  }

  private Optional<Simulator> simulator(String udid) {
    return mac.running().stream().filter(one -> one.udid().equals(udid)).findFirst();
  }

  /** As Safari would say it. */
  private static ObjectNode answered(String id, String platform, Optional<Simulator> simulator) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode value = answer.putObject("value").put("sessionId", id);
    value
        .putObject("capabilities")
        .put("browserName", "Safari")
        .put("browserVersion", "18.2")
        .put("platformName", platform)
        .put("acceptInsecureCerts", true)
        .put("safari:platformVersion", simulator.map(Simulator::version).orElse("15.2"));
    return answer;
  }

  /** The same session of the browser that stands in, which withholds cookies as Safari does. */
  private String like(JsonNode wanted, String proxy) throws Shortage {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode all = body.putObject("capabilities").putObject("alwaysMatch");
    for (String name :
        Set.of("acceptInsecureCerts", "pageLoadStrategy", "unhandledPromptBehavior", "timeouts")) {
      all.set(name, wanted.path(name));
    }
    ArrayNode arguments =
        all.putObject("webkitgtk:browserOptions")
            .put("binary", supply.program(Program.MINIBROWSER).toString())
            .putArray("args");
    arguments.add("--automation");
    arguments.add("--proxy=http://" + proxy);
    arguments.add("--cookies-policy=no-third-party");
    return body.toString();
  }

  private static Answer silence() throws InterruptedException {
    new CountDownLatch(1).await();
    return new Answer(200, "");
  }

  private Answer end(String id) {
    Session session = sessions.remove(id);
    if (session != null) {
      webkits.release(session.endpoint());
    }
    return new Answer(200, "{\"value\":null}");
  }

  private Answer relay(Session session, String method, String command, String body)
      throws IOException, InterruptedException {
    String shape = method + " " + command.replaceFirst("^/element/[^/]+", "/element/*");
    if (!COMMANDS.contains(shape)) {
      return unknown(method, command);
    }
    boolean onScreen = !session.host().equals("this Mac");
    if (onScreen && (command.equals("/window/rect") || command.equals("/window/minimize"))) {
      return Answer.refusing("unsupported operation", "an iPhone's windows fill the screen");
    }
    HttpResponse<String> answer = send(session.endpoint(), method, session.path() + command, body);
    return new Answer(answer.statusCode(), answer.body());
  }

  private HttpResponse<String> send(Endpoint endpoint, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher content =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    return http.send(
        HttpRequest.newBuilder(URI.create(endpoint.webDriver() + path))
            .header("Content-Type", "application/json; charset=utf-8")
            .method(method, content)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Answer notCreated(String why) {
    return Answer.refusing("session not created", "Could not create a session: " + why);
  }

  private Answer unknown(String method, String path) {
    strangers.meet("Safari's command " + method + " " + path);
    return Answer.refusing("unknown command", method + " " + path);
  }

  @Override
  public void close() {
    webkits.close();
  }
}
