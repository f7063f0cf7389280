package dev.crosscheck.adapter.appium.pretended.apple;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One process of a stand-in for the host app: it takes the same links and shows the same state, and
 * what it sends goes through the proxy of its launch arguments, as real HTTPS. It says nothing of
 * what Segment's SDKs do on iOS.
 */
final class StandInApp implements AutoCloseable {
  static final String ID = "dev.crosscheck.app";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String LAUNCH = "launch";
  private static final String ANONYMOUS = "anonymousId";
  private static final String USER = "userId";
  private static final String PORT = "proxyPort";

  private final Map<String, String> kept;
  private final Simulator.SystemLog log;
  private final AppNetwork network;
  private final String element = "STATE-" + UUID.randomUUID();
  private final ExecutorService main = Executors.newSingleThreadExecutor();
  private final ExecutorService sender = Executors.newSingleThreadExecutor();
  private final ObjectNode state =
      NODES.objectNode().put("ready", false).put("made", -1).put("sdkVersion", "0.0.1");
  private final List<Runnable> queued = new ArrayList<>();
  private final List<Runnable> untilAway = new ArrayList<>();
  private final Set<Integer> pushed = new HashSet<>();
  private Optional<JsonNode> launch = Optional.empty();
  private boolean hasSettings;
  private boolean hasPlugin;
  private boolean front = true;
  private boolean running = true;

  /**
   * @param kept the data of the app, which outlives its process
   * @param udid of the simulator that it is on
   * @param trusted certificates in PEM
   */
  StandInApp(
      String udid,
      Map<String, String> kept,
      List<String> arguments,
      List<String> trusted,
      Simulator.SystemLog log) {
    this.kept = kept;
    this.log = log;
    state.putArray("taken");
    state.putArray("errors");
    int at = arguments.indexOf("-crosscheckProxyPort");
    if (at >= 0) {
      kept.put(PORT, arguments.get(at + 1));
    }
    this.network =
        new AppNetwork(
            Optional.ofNullable(kept.get(PORT)).map(Integer::parseInt).filter(port -> port > 0),
            trusted,
            "stand-in " + udid);
    kept.computeIfAbsent(ANONYMOUS, name -> UUID.randomUUID().toString());
    if (kept.containsKey(LAUNCH)) {
      begin(JSON.readTree(kept.get(LAUNCH)));
    }
  }

  String element() {
    return element;
  }

  synchronized boolean isRunning() {
    return running;
  }

  synchronized boolean isInFront() {
    return front && running;
  }

  synchronized String state() {
    return JSON.writeValueAsString(state);
  }

  void foreground() {
    synchronized (this) {
      front = true;
    }
  }

  /** What was held back is sent then. */
  void background() {
    synchronized (this) {
      front = false;
      untilAway.forEach(this::send);
      untilAway.clear();
    }
  }

  void open(String url) {
    URI link = URI.create(url);
    if ("crosscheck".equals(link.getScheme())) {
      String json = link.getRawQuery().substring("json=".length());
      JsonNode told = JSON.readTree(URLDecoder.decode(json, StandardCharsets.UTF_8));
      onMain(() -> take(link.getHost(), told));
    } else {
      onMain(() -> deliver(call("Deep Link Opened", NODES.objectNode().put("url", url))));
    }
  }

  /** Which the system may hand to an app in two ways. */
  void push(ObjectNode message) {
    onMain(() -> arrived(message));
    onMain(() -> arrived(message));
  }

  private void arrived(ObjectNode message) {
    JsonNode text = message.path("crosscheck");
    if (text.isString()) {
      JsonNode step = JSON.readTree(text.asString());
      if (pushed.add(step.path("number").asInt())) {
        step(step);
      }
    }
  }

  private void onMain(Runnable task) {
    try {
      main.execute(task);
    } catch (RejectedExecutionException e) {
      // its process has ended
    }
  }

  private void send(Runnable task) {
    try {
      sender.execute(task);
    } catch (RejectedExecutionException e) {
      // its process has ended
    }
  }

  private void take(String what, JsonNode told) {
    switch (what) {
      case "start" -> {
        kept.put(LAUNCH, told.toString());
        begin(told);
      }
      case "step" -> step(told);
      case "probe" -> probe(told.path("url").asString());
      default -> error("there is nothing at " + what);
    }
  }

  private synchronized void error(String what) {
    ((ArrayNode) state.path("errors")).add(what);
  }

  private void probe(String url) {
    ObjectNode probe = NODES.objectNode().put("url", url);
    try {
      probe.put("answer", network.get(url).statusCode());
    } catch (AppNetwork.Unreached e) {
      probe.put("error", e.getMessage());
    }
    synchronized (this) {
      state.set("probe", probe);
    }
  }

  private void begin(JsonNode told) {
    synchronized (this) {
      launch = Optional.of(told);
    }
    String key = told.path("writeKey").asString();
    Thread fetching =
        new Thread(
            () -> {
              try {
                String url = "https://cdn-settings.segment.com/v1/projects/" + key + "/settings";
                JsonNode settings = JSON.readTree(network.get(url).body());
                onMain(() -> settled(settings, told));
              } catch (AppNetwork.Unreached e) {
                error("no settings: " + e.getMessage());
              }
            },
            "settings");
    fetching.setDaemon(true);
    fetching.start();
  }

  private void settled(JsonNode settings, JsonNode told) {
    List<Runnable> waiting;
    synchronized (this) {
      hasSettings = true;
      hasPlugin =
          told.has("factory") && settings.path("integrations").has(told.path("plugin").asString());
      if (told.path("gate").asString().equals("open") && !hasPlugin) {
        return; // the plugin never comes up
      }
      state.put("ready", true);
      waiting = List.copyOf(queued);
      queued.clear();
    }
    waiting.forEach(Runnable::run);
  }

  private void step(JsonNode step) {
    int number = step.path("number").asInt();
    Runnable taking = () -> taken(number, step);
    synchronized (this) {
      state.put("made", number);
      if (!hasSettings) {
        queued.add(taking);
        return;
      }
    }
    taking.run();
  }

  private void taken(int number, JsonNode step) {
    String call = step.path("call").asString();
    log.write("Df", "Crosscheck", "takes " + call + " " + step.path("event").asString(""));
    log.write("E", "backboardd", "not the app's");
    ObjectNode message =
        NODES.objectNode().put("type", call).put("messageId", UUID.randomUUID().toString());
    if (call.equals("identify")) {
      kept.put(USER, step.path("userId").asString(""));
    } else if (call.equals("reset")) {
      kept.remove(USER);
      kept.put(ANONYMOUS, UUID.randomUUID().toString());
    }
    message.put(ANONYMOUS, kept.get(ANONYMOUS));
    Optional.ofNullable(kept.get(USER)).ifPresent(user -> message.put(USER, user));
    boolean isCall = List.of("identify", "track", "screen", "group", "alias").contains(call);
    if (isCall) {
      String event = step.path("event").asString("");
      if (event.equals("Stuck")) {
        send(() -> network.post("https://api.partner.test/stuck", "{}"));
        return;
      } else if (event.equals("Crash")) {
        close();
        return;
      }
      message.put("event", event);
      message.set("properties", step.path("payload"));
      message.set("options", step.path("options"));
      deliver(message);
    }
    synchronized (this) {
      ObjectNode told = ((ArrayNode) state.path("taken")).addObject().put("number", number);
      if (isCall) {
        told.put("messageId", message.path("messageId").asString());
      }
      told.put(ANONYMOUS, kept.get(ANONYMOUS));
      Optional.ofNullable(kept.get(USER)).ifPresent(user -> told.put(USER, user));
    }
  }

  private static ObjectNode call(String event, ObjectNode properties) {
    return NODES
        .objectNode()
        .put("type", "track")
        .put("messageId", UUID.randomUUID().toString())
        .put("event", event)
        .set("properties", properties);
  }

  /**
   * To Segment, and to the plugin, which sends at once, or what is to be held as the app is left.
   */
  private void deliver(ObjectNode message) {
    ObjectNode batch = NODES.objectNode();
    batch.putArray("batch").add(message);
    send(() -> network.post("https://api.segment.io/v1/b", batch.toString()));
    JsonNode own = message.path("options").path("integrations");
    String plugin = launch.map(told -> told.path("plugin").asString()).orElse("");
    boolean isOff = own.path(plugin).isBoolean() && !own.path(plugin).booleanValue();
    if (!hasPlugin || isOff) {
      return;
    }
    boolean isTrack = message.path("type").asString().equals("track");
    ObjectNode sent = NODES.objectNode().put("userId", message.path(USER).asString(""));
    if (isTrack) {
      sent.set("event", message.path("event"));
      sent.set("properties", message.path("properties"));
    } else if (message.path("type").asString().equals("identify")) {
      sent.set("traits", message.path("properties"));
    } else {
      return;
    }
    Runnable sending =
        () ->
            network.post(
                "https://api.partner.test" + (isTrack ? "/track" : "/engage"), sent.toString());
    synchronized (this) {
      if (message.path("event").asString("").startsWith("Held ")) {
        untilAway.add(sending);
        return;
      }
    }
    send(sending);
  }

  /** Ends the process at once. */
  @Override
  public void close() {
    synchronized (this) {
      running = false;
    }
    main.shutdownNow();
    sender.shutdownNow();
  }
}
