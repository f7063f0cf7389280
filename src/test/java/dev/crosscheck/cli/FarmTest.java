package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A farm is asked with secrets of the environment, quotes them, and nothing of ours does. */
final class FarmTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String KEY = "k3y-of-the-farm";
  private static final String USER = "us3r-of-the-farm";
  private static final String BUILD = "bu1ld-17";

  @TempDir private Path folder;
  private final Printed out = new Printed();
  private final Printed err = new Printed();
  private final Map<String, String> environment = new HashMap<>();
  private final ConcurrentLinkedQueue<JsonNode> asked = new ConcurrentLinkedQueue<>();
  private HttpServer farm;
  private boolean givesSessions;

  @BeforeEach
  void aFarm() throws Exception {
    farm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    farm.createContext("/", this::answer);
    farm.start();
    environment.put("CROSSCHECK_CACHE", folder.resolve("cache").toString());
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("FARM_USER", USER);
    environment.put("FARM_KEY", KEY);
    environment.put("FARM_BUILD", BUILD);
    write(
        "devices.yaml",
        """
        devices:
          farm:
            android: real
            appium: http://${env:FARM_USER}:${env:FARM_KEY}@127.0.0.1:%d/wd/hub
            capabilities: {"appium:app": "farm://app", "farm:options": {build: "no. ${env:FARM_BUILD}"}}
        """
            .formatted(farm.getAddress().getPort()));
    write(
        "scenarios/acme/plugin.yaml",
        """
        plugin: Acme
        writeKeySetting: token
        settings: {token: t}
        partner:
          hosts: [api.acme.test]
          messages: {event: {request: POST /track, decode: [json], sentinel: track}}
        android:
          app: app.apk
          analytics-android: {factory: com.acme.Acme, sources: android}
        """);
    write("scenarios/acme/app.apk", "PK");
    write("scenarios/acme/android/com/acme/Acme.java", "package com.acme; class Acme {}");
    write(
        "scenarios/acme/order.yaml",
        """
        scenario: an order
        steps:
          - track: Order Completed
        expect:
          - partner: event
        """);
  }

  @AfterEach
  void end() {
    farm.stop(0);
  }

  @Test
  void aSessionThatIsRefusedIsToldWithoutTheSecrets() throws Exception {
    assertThat(run()).isEqualTo(3);

    assertThat(asked.remove().findPath("farm:options").path("build").asString())
        .as("the farm is told the value itself")
        .isEqualTo("no. " + BUILD);
    assertThat(reason())
        .startsWith("'farm' gives no session: ")
        .contains("<secret:FARM_KEY>", "<secret:FARM_USER>", "<secret:FARM_BUILD>");
    assertThat(out.text()).contains("<secret:FARM_KEY>");
    assertNothingIsTold();
  }

  @Test
  void soIsAPhoneThatFailsLater() throws Exception {
    givesSessions = true;
    assertThat(run()).isEqualTo(3);

    assertThat(reason()).contains("<secret:FARM_KEY>");
    assertThat(matrix().at("/devices/0/name").asString()).isEqualTo("Android <secret:FARM_BUILD>");
    assertNothingIsTold();
  }

  @Test
  void aVariableThatIsNotSetIsToldBeforeAnythingIsAsked() throws Exception {
    environment.remove("FARM_KEY");
    environment.put("FARM_USER", "");
    assertThat(run("--device", "farm")).isEqualTo(3);

    assertThat(reason())
        .isEqualTo("'FARM_KEY', 'FARM_USER' is not set in the environment: devices.yaml:2:3");
    assertThat(out.text())
        .contains(
            "farm is not available: 'FARM_KEY', 'FARM_USER' is not set in the environment:"
                + " devices.yaml:2:3 (set it where the run is started; in CI it is a secret of the"
                + " project's)");
    assertThat(asked).isEmpty();
    assertThat(execute("check")).as("the files are fine").isZero();
    assertThat(execute("doctor")).isEqualTo(3);
    assertThat(out.text()).contains("farm  no   'FARM_KEY', 'FARM_USER' is not set");
  }

  @Test
  void valuesThatMakeNoAddressAreToldWithoutThem() throws Exception {
    environment.put("FARM_KEY", "k/ey of the farm");
    assertThat(run()).isEqualTo(3);

    assertThat(reason())
        .startsWith("'http://<secret:FARM_USER>:<secret:FARM_KEY>@127.0.0.1:")
        .endsWith("/wd/hub' is no address of an Appium server: devices.yaml:2:3");
    assertThat(asked).isEmpty();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String login = exchange.getRequestHeaders().getFirst("Authorization");
    String right =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((USER + ":" + KEY).getBytes(StandardCharsets.UTF_8));
    if (!right.equals(login)) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"farm\"");
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    boolean opens = exchange.getRequestURI().getPath().equals("/wd/hub/session");
    if (opens) {
      asked.add(JSON.readTree(body));
    }
    boolean fine = opens && givesSessions || exchange.getRequestMethod().equals("DELETE");
    byte[] said = JSON.writeValueAsBytes(Map.of("value", fine ? session() : refusal(body)));
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(fine ? 200 : 500, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  private static Map<String, Object> session() {
    return Map.of(
        "sessionId",
        "1",
        "capabilities",
        Map.of("platformName", "Android", "appium:platformVersion", BUILD));
  }

  private static Map<String, Object> refusal(String body) {
    return Map.of(
        "error",
        "unknown error",
        "message",
        "http://" + USER + ":" + KEY + "@farm cannot do " + body.replaceAll("\\s+", " "),
        "stacktrace",
        "at " + KEY);
  }

  private void assertNothingIsTold() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("reports"))) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files).hasSizeGreaterThan(4);
      for (Path file : files) {
        assertSilent(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertSilent("output", out.text() + err.text());
  }

  private static void assertSilent(String where, String text) {
    assertThat(text).as(where).doesNotContain(KEY, USER, BUILD);
  }

  private String reason() throws IOException {
    return matrix().at("/cells/0/reason").asString();
  }

  private JsonNode matrix() throws IOException {
    return JSON.readTree(Files.readString(folder.resolve("reports/matrix.json")));
  }

  private int run(String... arguments) {
    return execute(
        Stream.concat(
                Stream.of("run", "--reports", folder.resolve("reports").toString()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private int execute(String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--dir", folder.toString()))
            .toArray(String[]::new);
    return Main.execute(
        new Shell(out.stream(), err.stream(), environment, false, InstantSource.system()), all);
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).resolveSibling(""));
    Files.writeString(folder.resolve(path), text);
  }
}
