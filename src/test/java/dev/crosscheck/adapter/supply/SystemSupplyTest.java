package dev.crosscheck.adapter.supply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Program;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemSupplyTest {
  @TempDir Path home;

  @Test
  void keepsItsCacheWhereTheUserWantsIt() {
    Map<String, String> all = Map.of("CROSSCHECK_CACHE", "/a", "XDG_CACHE_HOME", "/b");

    assertThat(SystemSupply.cacheFolder(all)).isEqualTo(Path.of("/a"));
    assertThat(SystemSupply.cacheFolder(Map.of("XDG_CACHE_HOME", "/b")))
        .isEqualTo(Path.of("/b/crosscheck"));
    assertThat(SystemSupply.cacheFolder(Map.of()))
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "crosscheck"));
  }

  @Test
  void knowsWhatIsOnPath() throws Exception {
    FakeMachine fake = new FakeMachine(home);
    Path npm = fake.program("npm");

    assertThat(fake.supply().has(Program.NPM)).isTrue();
    assertThat(fake.supply().program(Program.NPM)).isEqualTo(npm);
    assertThat(fake.supply().has(Program.NODE)).isFalse();
    assertThat(fake.supply().has(Program.CHROMIUM)).isFalse();
    assertThat(fake.withSeleniumManager().supply().has(Program.CHROMIUM))
        .as("may be fetched")
        .isTrue();
  }
}
