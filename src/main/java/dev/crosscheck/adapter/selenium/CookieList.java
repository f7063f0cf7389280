package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Observation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Cookies as WebDriver lists them. */
final class CookieList {
  private CookieList() {}

  /** As WebDriver BiDi has it. */
  static Observation.Cookies of(JsonNode result) {
    List<Observation.Cookie> cookies = new ArrayList<>();
    for (JsonNode cookie : result.path("cookies")) {
      cookies.add(cookie(cookie, value(cookie.path("value"))));
    }
    return new Observation.Cookies(cookies);
  }

  /** The same as classic WebDriver lists them: values are texts. */
  static Observation.Cookies ofClassic(JsonNode cookies) {
    return new Observation.Cookies(
        StreamSupport.stream(cookies.spliterator(), false)
            .map(cookie -> cookie(cookie, cookie.path("value").asString("")))
            .toList());
  }

  private static Observation.Cookie cookie(JsonNode cookie, String value) {
    return new Observation.Cookie(
        cookie.path("name").asString(""),
        value,
        cookie.path("domain").asString(""),
        cookie.path("path").asString("/"),
        cookie.path("secure").asBoolean(false),
        cookie.path("httpOnly").asBoolean(false),
        cookie.path("sameSite").asString(""),
        cookie.path("expiry").asLong(-1));
  }

  private static String value(JsonNode bytes) {
    String value = bytes.path("value").asString("");
    return bytes.path("type").asString("").equals("base64")
        ? new String(Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1)
        : value;
  }
}
