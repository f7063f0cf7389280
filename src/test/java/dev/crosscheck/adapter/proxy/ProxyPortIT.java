package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.Recording;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ports and threads are had, kept apart, and given back. */
class ProxyPortIT {
  private static final CertificateAuthority AUTHORITY = CertificateAuthority.inMemory(Lab.CLOCK);

  @Test
  void eachRecordingHasAPortOfItsOwnOnLoopback() throws Exception {
    try (Recorder recorder = new ProxyRecorder(AUTHORITY, Lab.CLOCK);
        Recording one = recorder.open("one", Lab.OK, Reach.LOOPBACK);
        Recording other = recorder.open("other", Lab.OK, Reach.LOOPBACK)) {
      assertThat(one.address().host()).isEqualTo("127.0.0.1");
      assertThat(one.address().port()).isNotEqualTo(other.address().port());
      try (Wire wire = new Wire(new InetSocketAddress("127.0.0.1", one.address().port()))) {
        wire.say("GET http://a.example.com/ HTTP/1.1\r\nHost: a\r\n\r\n").head();
      }
      assertThat(one.soFar().size()).isEqualTo(1);
      assertThat(other.soFar().size()).isZero();
    }
  }

  @Test
  void listensOnNothingButLoopback() throws Exception {
    try (Recorder recorder = new ProxyRecorder(AUTHORITY, Lab.CLOCK);
        Recording recording = recorder.open("a test", Lab.OK, Reach.LOOPBACK);
        Socket socket = new Socket()) {
      // another address of this very machine
      InetSocketAddress elsewhere = new InetSocketAddress("127.0.0.2", recording.address().port());
      assertThatThrownBy(() -> socket.connect(elsewhere, 2_000))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void aTakenPortIsToldInWords() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Recorder recorder = new ProxyRecorder(AUTHORITY, Lab.CLOCK, taken.getLocalPort())) {
      assertThatThrownBy(() -> recorder.open("a cell", Lab.OK, Reach.LOOPBACK))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage(
              "port "
                  + taken.getLocalPort()
                  + " cannot be had on 127.0.0.1 to record 'a cell': address already in use");
    }
  }

  @Test
  void closingARecorderEndsItsRecordingsAndThreads() throws Exception {
    Set<Thread> before = proxyThreads();
    Recorder recorder = new ProxyRecorder(AUTHORITY, Lab.CLOCK);
    Recording recording = recorder.open("a test", Lab.OK, Reach.LOOPBACK);
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", recording.address().port());
    try (Wire wire = new Wire(address)) {
      wire.say("GET http://a.example.com/ HTTP/1.1\r\nHost: a\r\n\r\n").head();
      assertThat(proxyThreads()).allMatch(Thread::isDaemon).anyMatch(one -> !before.contains(one));
      recorder.close();
      assertThat(wire.rest()).isEqualTo("{}");
    }

    Set<Thread> left = proxyThreads();
    left.removeAll(before);
    for (Thread thread : left) {
      // the last that a thread does is to tell that it ends: it is seen a moment longer
      thread.join(10_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
    assertThatThrownBy(() -> new Wire(address)).isInstanceOf(ConnectException.class);
    assertThat(recording.soFar().size()).isEqualTo(1);
    assertThatThrownBy(() -> recorder.open("late", Lab.OK, Reach.LOOPBACK))
        .hasMessage("the recorder is closed, so 'late' is not recorded");
    recorder.close();
  }

  @Test
  void aClosedPortCanBeHadAgainAtOnce() {
    int port;
    try (Lab lab = new Lab(Lab.OK)) {
      port = lab.recording().address().port();
    }
    try (Recorder recorder = new ProxyRecorder(AUTHORITY, Lab.CLOCK, port)) {
      for (int i = 0; i < 5; i++) {
        Recording recording = recorder.open("round " + i, Lab.OK, Reach.LOOPBACK);
        assertThat(recording.address().port()).isEqualTo(port);
        recording.close();
      }
    }
  }

  private static Set<Thread> proxyThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("crosscheck-proxy"))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
