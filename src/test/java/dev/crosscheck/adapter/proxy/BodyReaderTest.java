package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Body;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

  @Test
  void keepsAShortBodyWhole() {
    assertThat(read(new KeptBytes(8, 100), "abc", "", "de")).isEqualTo(Body.of("abcde"));
    assertThat(read(new KeptBytes(8, 100))).isSameAs(Body.EMPTY);
  }

  @Test
  void keepsTheBeginningOfALongOneAndCountsAll() {
    assertThat(read(new KeptBytes(4, 100), "abc", "def", "g")).isEqualTo(truncated("abcd", 7));
  }

  @Test
  void allBodiesTogetherHaveALimitToo() {
    KeptBytes kept = new KeptBytes(4, 6);

    assertThat(read(kept, "abcd")).isEqualTo(Body.of("abcd"));
    assertThat(read(kept, "efg", "h")).isEqualTo(truncated("ef", 4));
    assertThat(read(kept, "i")).isEqualTo(truncated("", 1));
  }

  private static Body read(KeptBytes kept, String... parts) {
    BodyReader reader = new BodyReader(kept);
    for (String part : parts) {
      reader.add(Unpooled.copiedBuffer(part, StandardCharsets.UTF_8));
    }
    return reader.body();
  }

  private static Body truncated(String head, long size) {
    return Body.truncated(head.getBytes(StandardCharsets.UTF_8), size);
  }
}
