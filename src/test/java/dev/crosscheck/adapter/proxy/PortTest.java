package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PortTest {

  @Test
  void saysWhatTheUserCanDoAboutTooManyFiles() {
    assertThat(
            Port.reason(
                new ChannelException(
                    "Failed to open a socket.", new IOException("Too many open files"))))
        .isEqualTo("too many open files (raise 'ulimit -n', or run fewer cells at once)");
  }

  @Test
  void saysWhatTheSystemSays() {
    assertThat(Port.reason(new IOException("Permission denied"))).isEqualTo("permission denied");
  }
}
