package dev.crosscheck.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Reach;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDriversIT {
  private final InstantSource clock = InstantSource.system();

  @TempDir Path folder;

  @Test
  void runsOneDriverUntilItIsClosed() throws Exception {
    URI driver;
    try (LocalDrivers drivers = new LocalDrivers(TestSupply.create(), clock)) {
      Endpoint endpoint = drivers.endpoint(Samples.CHROMIUM);
      driver = endpoint.webDriver();

      assertThat(drivers.serves(Samples.CHROMIUM)).isTrue();
      assertThat(endpoint.reach()).isEqualTo(Reach.LOOPBACK);
      assertThat(drivers.endpoint(Samples.CHROMIUM)).isEqualTo(endpoint);
      assertThat(status(driver)).contains("\"ready\":true");
    }
    assertThatThrownBy(() -> status(driver)).isInstanceOf(ConnectException.class);
  }

  @Test
  void startsAnotherOnceTheDriverHasDied() throws Exception {
    List<ProcessHandle> before = ProcessHandle.current().children().toList();
    try (LocalDrivers drivers = new LocalDrivers(TestSupply.create(), clock)) {
      URI first = drivers.endpoint(Samples.CHROMIUM).webDriver();
      for (ProcessHandle child : ProcessHandle.current().children().toList()) {
        if (!before.contains(child)) {
          child.destroyForcibly();
          child.onExit().join();
        }
      }
      URI second = drivers.endpoint(Samples.CHROMIUM).webDriver();

      assertThat(second).isNotEqualTo(first);
      assertThat(status(second)).contains("\"ready\":true");
    }
  }

  @Test
  void saysWhatADriverThatDoesNotStartSaid() throws Exception {
    Path program = Files.writeString(folder.resolve("driver"), "#!/bin/sh\necho no library x\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    try (LocalDrivers drivers = new LocalDrivers(new OneProgram(program), clock)) {
      assertThatThrownBy(() -> drivers.endpoint(Samples.CHROMIUM))
          .isInstanceOf(DeviceLost.class)
          .hasMessageContaining("did not start: it ended, saying: no library x");
    }
  }

  @Test
  void saysThatADriverIsNoProgram() {
    try (LocalDrivers drivers = new LocalDrivers(new OneProgram(folder), clock)) {
      assertThatThrownBy(() -> drivers.endpoint(Samples.CHROMIUM))
          .isInstanceOf(DeviceLost.class)
          .hasMessageContaining("cannot be started");
    }
  }

  @Test
  void startsNoneOnceItIsClosed() {
    LocalDrivers drivers = new LocalDrivers(TestSupply.create(), clock);
    drivers.close();

    assertThatThrownBy(() -> drivers.endpoint(Samples.CHROMIUM)).isInstanceOf(DeviceLost.class);
  }

  private static String status(URI driver) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(driver + "/status")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
