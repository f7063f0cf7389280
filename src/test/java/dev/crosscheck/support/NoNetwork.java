package dev.crosscheck.support;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A network of a process's own (network_namespaces(7)) that holds loopback and no way out. Where no
 * such thing is permitted, the test is given up; {@code CROSSCHECK_TEST_NAMESPACES=must} makes that
 * a failure.
 */
public final class NoNetwork {
  private static final String LOOPBACK_UP = "ip link set lo up && exec \"$@\"";

  private NoNetwork() {}

  /** The command before one that is to run in it. */
  public static List<String> inside() throws IOException, InterruptedException {
    for (String flags : List.of("-n", "-rn")) {
      List<String> command = List.of("unshare", flags, "sh", "-c", LOOPBACK_UP, "sh");
      if (succeeds(command)) {
        return command;
      }
    }
    String why = "no network namespace can be made here: it takes unshare, ip and a permission";
    if ("must".equals(System.getenv("CROSSCHECK_TEST_NAMESPACES"))) {
      return fail(why);
    }
    return abort(why);
  }

  private static boolean succeeds(List<String> before) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.add("true");
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
