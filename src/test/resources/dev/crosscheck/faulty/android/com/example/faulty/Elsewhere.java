package com.example.faulty;

import android.util.Base64;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Requests past Mixpanel's library. */
final class Elsewhere {
  private Elsewhere() {}

  /** In the background, as an app must. */
  static void post(String url, String body) {
    new Thread(
            () -> {
              try {
                HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
                connection.setDoOutput(true);
                try (OutputStream out = connection.getOutputStream()) {
                  out.write(body.getBytes(StandardCharsets.UTF_8));
                }
                connection.getResponseCode();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            })
        .start();
  }

  /** An event as Mixpanel's library sends it. */
  static String form(String event) {
    String json =
        "[{\"event\":\"" + event + "\",\"properties\":{\"token\":\"crosscheck-token\"}}]";
    String coded =
        Base64.encodeToString(json.getBytes(StandardCharsets.UTF_8), Base64.NO_WRAP);
    try {
      return "data=" + URLEncoder.encode(coded, "UTF-8");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
