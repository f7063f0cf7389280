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
  /** By hand where there is no ip(8): SIOCSIFFLAGS with IFF_UP and IFF_RUNNING, netdevice(7). */
  private static final String LOOPBACK_UP =
      "{ ip link set lo up 2>/dev/null || perl -e 'socket(S, 2, 2, 0) or die;"
          + " $r = pack(\"a16s\", \"lo\", 0x41) . chr(0) x 22; ioctl(S, 0x8914, $r) or die'; }"
          + " && exec \"$@\"";

  private NoNetwork() {}

  /** The command before one that is to run in it. */
  public static List<String> inside() throws IOException, InterruptedException {
    for (String flags : List.of("-n", "-rn")) {
      List<String> command = List.of("unshare", flags, "sh", "-c", LOOPBACK_UP, "sh");
      if (succeeds(command)) {
        return command;
      }
    }
    String why = "no network namespace can be made here: it takes unshare and a permission";
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
