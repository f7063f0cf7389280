package dev.crosscheck.adapter.appium.pretended;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UiAutomatorServerTest {
  private static final String STATE =
      "{\"strategy\":\"accessibility id\",\"selector\":\"crosscheck-state\"}";

  private final Strangers strangers = new Strangers();
  private final FakePhone phone = new FakePhone();
  private final UiAutomatorServer server =
      new UiAutomatorServer(PhoneModel.anEmulator(), phone, strangers);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void end() {
    server.close();
  }

  private String send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  private String inSession(String method, String path, String body) throws Exception {
    return send(method, "/session/pretended-1" + path, body);
  }

  @Test
  void theStateIsAnElementWhileTheAppIsInFront() throws Exception {
    send("POST", "/session", "{}");
    assertThat(inSession("POST", "/element", STATE)).startsWith("404").contains("no such element");
    phone.launch();
    assertThat(inSession("POST", "/element", STATE)).startsWith("200").contains("state-4711");
    assertThat(inSession("GET", "/element/state-4711/text", "")).contains("acts");
    phone.home();
    assertThat(inSession("GET", "/element/state-4711/text", ""))
        .startsWith("404")
        .contains("stale element reference");
    strangers.assertNothingUnknown();
  }

  @Test
  void aDeletedSessionIsToldToWhoRunsIt() throws Exception {
    Strangers deleted = new Strangers();
    server.whenDeleted(() -> deleted.meet("deleted"));
    send("POST", "/session", "{}");
    inSession("DELETE", "", "");

    assertThat(deleted.met()).containsExactly("deleted");
  }

  @Test
  void anUnknownRequestIsTold() throws Exception {
    send("POST", "/session", "{}");
    inSession("POST", "/back", "{}");
    inSession("POST", "/element", "{\"strategy\":\"xpath\",\"selector\":\"//*\"}");
    inSession("POST", "/orientation", "{\"orientation\":\"SIDEWAYS\"}");
    send("GET", "/sessions", "");

    assertThat(strangers.met())
        .hasSize(4)
        .anyMatch(what -> what.contains("'POST /back'"))
        .anyMatch(what -> what.contains("xpath"))
        .anyMatch(what -> what.contains("SIDEWAYS"))
        .anyMatch(what -> what.contains("'GET /sessions'"));
  }
}
