package dev.crosscheck.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.support.FakeSdk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AdbServerTest {
  private static final Path ADB = Path.of("/sdk/platform-tools/adb");

  @TempDir Path folder;
  private final FreePorts free = new FreePorts();

  @Test
  void takesTheOneThatRuns() throws Exception {
    try (ServerSocket users = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      AdbServer server = AdbServer.choose(at("" + users.getLocalPort()), () -> 1);

      assertThat(server).isEqualTo(new AdbServer(users.getLocalPort(), false));
      assertThat(server.farewell(ADB)).isEqualTo(Farewell.NONE);
    }
  }

  @Test
  void startsItsOwnWhereNoneRunsAtThePortThatIsNamed() {
    int port = free.getAsInt();

    AdbServer server = AdbServer.choose(at(" " + port + " "), () -> 1);

    assertThat(server).isEqualTo(new AdbServer(port, true));
    assertThat(server.farewell(ADB).command())
        .containsExactly(ADB.toString(), "-P", "" + port, "kill-server");
  }

  @Test
  void takesNoNoticeOfWhatIsNoPort() {
    AdbServer usual = AdbServer.choose(Map.of(), () -> 1);

    assertThat(AdbServer.choose(at("tcp:x"), () -> 1)).isEqualTo(usual);
    assertThat(AdbServer.choose(at("0"), () -> 1)).isEqualTo(usual);
    assertThat(AdbServer.choose(at("99999"), () -> 1)).isEqualTo(usual);
  }

  @Test
  void tellsItToEndAsAdbWould() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> told =
          CompletableFuture.supplyAsync(
              () -> {
                try (var client = socket.accept()) {
                  return new String(
                      client.getInputStream().readNBytes(13), StandardCharsets.US_ASCII);
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });

      new AdbServer(socket.getLocalPort(), true).farewell(ADB).say();

      assertThat(told.get(5, TimeUnit.SECONDS)).isEqualTo("0009host:kill");
    }
  }

  @Test
  void endsOneByForceThatDoesNotListen() throws Exception {
    int port = free.getAsInt();
    Path adb = FakeSdk.program(folder.resolve("adb"), "echo up > '" + folder + "/up'; sleep 50");
    Process stuck =
        new ProcessBuilder(adb.toString(), "-L", "tcp:localhost:" + port, "fork-server", "server")
            .start();
    Process other =
        new ProcessBuilder(adb.toString(), "-L", "tcp:localhost:1" + port, "fork-server").start();
    try {
      while (!Files.exists(folder.resolve("up"))) {
        Thread.onSpinWait();
      }

      new AdbServer(port, true).farewell(ADB).say();

      assertThat(stuck.waitFor(5, TimeUnit.SECONDS)).isTrue();
      assertThat(other.isAlive()).as("at another port").isTrue();
    } finally {
      ProcessTree.of(stuck.toHandle()).end();
      ProcessTree.of(other.toHandle()).end();
    }
  }

  private static Map<String, String> at(String port) {
    return Map.of(AdbServer.VARIABLE, port);
  }
}
