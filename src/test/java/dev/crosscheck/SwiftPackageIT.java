package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crosscheck.supply.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What of the host app for iOS needs no device, compiled and tested by Swift itself: on Macs, and
 * on Linux where there is a toolchain.
 */
class SwiftPackageIT {
  private static final Path PACKAGE = Path.of("harness/ios/Core");
  private static final Path BUILD = Path.of("target/swift");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Pattern TEST = Pattern.compile("(?m)^  func test\\w+\\(\\)");

  @Test
  void passesEachOfItsTests() throws Exception {
    assumeTrue(hasSwift(), "no Swift on PATH");
    assumeTrue(
        hasXcTest(), "XCTest is part of Xcode, and this Mac has its command line tools alone");
    Command.Result said =
        swift("test", "--package-path", PACKAGE.toString(), "--scratch-path", BUILD.toString());
    String all = said.out() + said.err();

    assertThat(said.ok()).as(all).isTrue();
    assertThat(all).contains("Executed " + tests() + " tests, with 0 failures (0 unexpected)");
  }

  /** Another program goes by that name, too. */
  private static boolean hasSwift() throws InterruptedException {
    try {
      return swift("--version").out().contains("Swift version");
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean hasXcTest() throws Exception {
    return !System.getProperty("os.name").startsWith("Mac")
        || Command.of(System.getenv(), PATIENCE, "xcrun", "--find", "xctest").run().ok();
  }

  private static Command.Result swift(String... words) throws IOException, InterruptedException {
    List<String> all = Stream.concat(Stream.of("swift"), Stream.of(words)).toList();
    return Command.of(System.getenv(), PATIENCE, all.toArray(String[]::new)).run();
  }

  private static long tests() throws IOException {
    long count = 0;
    try (Stream<Path> files = Files.walk(PACKAGE.resolve("Tests"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        count += TEST.matcher(Files.readString(file)).results().count();
      }
    }
    return count;
  }
}
