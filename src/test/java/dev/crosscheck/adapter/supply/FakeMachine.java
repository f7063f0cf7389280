package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * A machine whose programs are shell scripts in a folder, which is its whole PATH. Selenium Manager
 * is not built for it.
 */
public final class FakeMachine {
  final Path cache;
  final Map<String, String> environment = new HashMap<>();
  final List<String> announced = Collections.synchronizedList(new ArrayList<>());
  private final Path top;
  private Machine machine;
  private final Path bin;
  private final Path calls;

  public FakeMachine(Path home) {
    this.top = home.resolve("top");
    this.machine = new Machine("", false, "none", top);
    try {
      this.bin = Files.createDirectories(home.resolve("bin"));
      this.cache = home.resolve("cache");
      this.calls = Files.createFile(home.resolve("calls.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    environment.put("PATH", bin.toString());
  }

  /** Where its files begin. */
  Path top() {
    return top;
  }

  /** On this distribution of Linux, as root or not. */
  public FakeMachine on(String distribution, boolean admin) {
    machine = new Machine(distribution, admin, "none", top);
    return this;
  }

  /** For looking only: it would be run, and ask the network. */
  public FakeMachine withSeleniumManager() {
    machine = new Machine(machine.distribution(), machine.admin(), "linux", top);
    return this;
  }

  public FakeMachine with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public Path bin() {
    return bin;
  }

  /** A program that notes how it was called, then runs these lines; its own PATH is $GIVEN. */
  public Path program(String name, String... lines) throws IOException {
    return programAt(bin.resolve(name), lines);
  }

  public Path programAt(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    String note = "echo \"" + file.getFileName() + " $*\" >> '" + calls + "'\n";
    Files.writeString(
        file,
        "#!/bin/sh\nGIVEN=$PATH PATH=/usr/bin:/bin\n" + note + String.join("\n", lines) + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
    return file;
  }

  /** A line of a script that makes another program, which says its version. */
  String makes(String name, String says) {
    Path file = bin.resolve(name);
    return "printf '#!/bin/sh\\necho \"%s\"\\n' '"
        + says
        + "' > '"
        + file
        + "'; chmod +x '"
        + file
        + "'";
  }

  /** Every call, as {@code npm ci --ignore-scripts}, versions asked left out. */
  public List<String> calls() {
    try {
      return Files.readAllLines(calls).stream().filter(c -> !c.endsWith(" --version")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SystemSupply supply() {
    return new SystemSupply(cache, environment, announced::add, machine, () -> Instant.EPOCH);
  }

  static Shortage shortage(ThrowingCallable code) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(Shortage.class, code);
  }
}
