package test.partner;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.json.JSONException;
import org.json.JSONObject;

/** The partner's SDK: it sends every event at once, one after the other. */
final class Partner {
  private static final String HOST = "https://api.partner.test";

  private final ExecutorService sender = Executors.newSingleThreadExecutor();

  /** The app's lifecycle, which Segment's SDK tracks by itself, is none of its business. */
  void event(String event, String userId, String properties) {
    if (event.startsWith("Application ")) {
      return;
    }
    try {
      JSONObject body = new JSONObject().put("event", event).put("userId", userId);
      if (properties != null) {
        body.put("properties", new JSONObject(properties));
      }
      sender.execute(() -> post("/track", body.toString()));
    } catch (JSONException e) {
      throw new IllegalArgumentException(e);
    }
    act(event);
  }

  void profile(String userId) {
    sender.execute(() -> post("/engage", "{\"userId\":\"" + userId + "\"}"));
  }

  /** What an unsound SDK would do, by the event's name. */
  private void act(String event) {
    switch (event) {
      case "Stuck":
        new Thread(() -> post("/stuck", "{}")).start();
        stay();
        break;
      case "Crash":
        throw new IllegalStateException("the partner's SDK fell over");
      case "Crash Behind":
        new Thread(
                () -> {
                  throw new IllegalStateException("the partner's worker fell over");
                })
            .start();
        break;
      case "Stay Behind":
        Executors.newSingleThreadScheduledExecutor()
            .scheduleAtFixedRate(() -> post("/stray", "{}"), 0, 20, TimeUnit.MILLISECONDS);
        break;
      default:
        break;
    }
  }

  /** An SDK that does not care whether it is interrupted. */
  private static void stay() {
    while (true) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        continue;
      }
    }
  }

  static void post(String path, String body) {
    try {
      HttpURLConnection connection = (HttpURLConnection) new URL(HOST + path).openConnection();
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
      connection.getResponseCode();
    } catch (IOException e) {
      android.util.Log.w("Partner", "not sent: " + path, e);
    }
  }
}
