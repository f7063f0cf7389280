package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.DeviceLost;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;

/** The version of a WebDriver server, which is its Chromium's. */
final class DriverVersion {
  private DriverVersion() {}

  /**
   * From the server's status; empty where it does not say.
   *
   * @throws DeviceLost where it does not answer
   */
  static String of(URI server, Deadline by) {
    HttpRequest status =
        HttpRequest.newBuilder(URI.create(server.toString().replaceFirst("/$", "") + "/status"))
            .timeout(by.left().plusMillis(1))
            .build();
    try {
      String answer =
          HttpClient.newHttpClient().send(status, HttpResponse.BodyHandlers.ofString()).body();
      String version = Json.read(answer).path("value").path("build").path("version").asString("");
      return version.replaceFirst(" .*", "");
    } catch (JacksonException e) {
      return "";
    } catch (IOException e) {
      throw new DeviceLost("the WebDriver server at " + server + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceLost("interrupted while the browser was starting", e);
    }
  }
}
