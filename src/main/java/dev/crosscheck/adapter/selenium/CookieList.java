package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Observation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Cookies as WebDriver BiDi lists them. */
final class CookieList {
  private CookieList() {}

  static Observation.Cookies of(JsonNode result) {
    List<Observation.Cookie> cookies = new ArrayList<>();
    for (JsonNode cookie : result.path("cookies")) {
      cookies.add(
          new Observation.Cookie(
              cookie.path("name").asString(""),
              value(cookie.path("value")),
              cookie.path("domain").asString(""),
              cookie.path("path").asString("/"),
              cookie.path("secure").asBoolean(false),
              cookie.path("httpOnly").asBoolean(false),
              cookie.path("sameSite").asString(""),
              cookie.path("expiry").asLong(-1)));
    }
    return new Observation.Cookies(cookies);
  }

  private static String value(JsonNode bytes) {
    String value = bytes.path("value").asString("");
    return bytes.path("type").asString("").equals("base64")
        ? new String(Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1)
        : value;
  }
}
