package dev.crosscheck.adapter.appium.pretended.apple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.crosscheck.adapter.appium.pretended.Strangers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Mac with Xcode, as far as Appium's driver asks its tools: programs on PATH that hand on what
 * they are asked to here. What nobody here knows is a stranger.
 */
public final class Mac implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> TOOLS =
      List.of(
          "xcrun",
          "xcode-select",
          "xcodebuild",
          "PlistBuddy",
          "plutil",
          "lsappinfo",
          "sw_vers",
          "route",
          "networksetup",
          "sudo",
          "applesimutils");

  private final Path folder;
  private final Strangers strangers;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Simulator> simulators = new ArrayList<>();
  private final List<List<String>> asked = new ArrayList<>();
  private final Xcode xcode;
  private final Simctl simctl;
  private final SimUtils simUtils;
  private final Network network = new Network();
  private final Safari safari;

  private Mac(Path folder, Strangers strangers) throws IOException {
    this.folder = folder;
    this.strangers = strangers;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 32);
    this.xcode = new Xcode(folder);
    this.simctl = new Simctl(this);
    this.simUtils = new SimUtils(this);
    this.safari = new Safari(this, strangers);
  }

  /**
   * Makes one whose files are in a folder.
   *
   * @param node runs its tools
   */
  public static Mac in(Path folder, Path node, Strangers strangers) {
    try {
      Mac mac = new Mac(folder, strangers);
      Path bin = Files.createDirectories(folder.resolve("bin"));
      for (String tool : TOOLS) {
        Path program = bin.resolve(tool);
        Files.writeString(program, "#!" + node + "\n" + resource("tool.cjs"));
        if (!program.toFile().setExecutable(true)) {
          throw new IOException("not executable: " + program);
        }
      }
      Files.writeString(bin.resolve("darwin.cjs"), resource("darwin.cjs"));
      mac.xcode.install();
      mac.server.createContext("/safaridriver/", mac::drive);
      mac.server.createContext("/", mac::take);
      mac.server.setExecutor(mac.threads);
      mac.server.start();
      mac.installSafari(bin, node);
      return mac;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It may be started by programs that know nothing of this Mac. */
  private void installSafari(Path bin, Path node) throws IOException {
    Path script = Files.writeString(bin.resolve("safaridriver.cjs"), resource("safaridriver.cjs"));
    Path program = bin.resolve("safaridriver");
    Files.writeString(
        program,
        "#!/bin/sh\nCROSSCHECK_PRETENDED_MAC=%d exec '%s' '%s' \"$@\"\n"
            .formatted(server.getAddress().getPort(), node, script));
    if (!program.toFile().setExecutable(true)) {
      throw new IOException("not executable: " + program);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Mac.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The host app, as far as its Info.plist says what it is. */
  public static Path app(Path path) throws IOException {
    return Xcode.bundle(path, StandInApp.ID, "Crosscheck");
  }

  /** Variables by which a program finds itself on this Mac. */
  public Map<String, String> environment() {
    Map<String, String> all = new HashMap<>();
    all.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    all.put("HOME", folder.toString());
    all.put("NODE_OPTIONS", "--require " + folder.resolve("bin").resolve("darwin.cjs"));
    all.put("CROSSCHECK_PRETENDED_MAC", String.valueOf(server.getAddress().getPort()));
    all.put("CROSSCHECK_WEBDRIVERAGENT", xcode.agent().toString());
    return all;
  }

  /** Adds one that does not run. */
  public synchronized Simulator simulator(String name, String version) {
    Simulator simulator = new Simulator(folder, name, version, strangers);
    simulators.add(simulator);
    return simulator;
  }

  public synchronized List<Simulator> simulators() {
    return List.copyOf(simulators);
  }

  synchronized void delete(Simulator simulator) {
    simulators.remove(simulator);
    simulator.close();
  }

  Path folder() {
    return folder;
  }

  /** The commands so far, each with its words. */
  public synchronized List<List<String>> asked() {
    return List.copyOf(asked);
  }

  /** How many simulators there are. */
  public int made() {
    return simulators().size();
  }

  /** The simulators that run. */
  public List<Simulator> running() {
    return simulators().stream().filter(Simulator::isBooted).toList();
  }

  /** Its network. */
  public Network network() {
    return network;
  }

  /** Its Safari, and those of its simulators. */
  public Safari safari() {
    return safari;
  }

  private void drive(HttpExchange exchange) throws IOException {
    String body;
    try (InputStream in = exchange.getRequestBody()) {
      body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String path = exchange.getRequestURI().getPath().substring("/safaridriver".length());
    Safari.Answer answer = safari.answer(exchange.getRequestMethod(), path, body);
    byte[] bytes = answer.json().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    } catch (IOException e) {
      // who asked has gone
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    JsonNode question;
    try (InputStream in = exchange.getRequestBody()) {
      question = JSON.readTree(in.readAllBytes());
    }
    List<String> words = new ArrayList<>();
    question.path("words").forEach(word -> words.add(word.asString()));
    Map<String, String> variables = new HashMap<>();
    question
        .path("variables")
        .properties()
        .forEach(v -> variables.put(v.getKey(), v.getValue().asString()));
    synchronized (this) {
      asked.add(List.copyOf(words));
    }
    Said said;
    try {
      said = answer(words, variables, question.path("input").asString(""));
    } catch (RuntimeException e) {
      strangers.meet("how to answer " + words + ": " + e);
      said = Said.failing(1, e.toString());
    }
    exchange.getResponseHeaders().set("X-Exit", String.valueOf(said.exit()));
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      said.to(out);
    } catch (IOException e) {
      // who asked has gone
    }
  }

  private Said answer(List<String> words, Map<String, String> variables, String input) {
    boolean isSimctl =
        words.size() > 2 && words.get(0).equals("xcrun") && words.get(1).equals("simctl");
    List<String> rest = words.subList(1, words.size());
    Said said =
        isSimctl
            ? simctl.answer(words.subList(2, words.size()), variables, input)
            : switch (words.get(0)) {
              case "route" -> network.route(rest);
              case "networksetup" -> network.networksetup(rest);
              case "sudo" -> network.sudo(rest);
              case "applesimutils" -> simUtils.answer(rest);
              case "safaridriver" -> safari.start(words.get(1));
              default -> xcode.answer(words);
            };
    if (said == Said.UNKNOWN) {
      strangers.meet("Apple's command '" + String.join(" ", words) + "'");
    }
    return said;
  }

  @Override
  public void close() {
    simulators().forEach(Simulator::close);
    safari.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
