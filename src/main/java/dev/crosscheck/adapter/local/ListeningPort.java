package dev.crosscheck.adapter.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The TCP port on which a process listens, as Linux tells it: for programs that choose a free port
 * but do not say which. Asking the process's own sockets, nobody else's server is taken for it.
 *
 * @see <a href="https://www.kernel.org/doc/Documentation/networking/proc_net_tcp.txt">proc net
 *     tcp</a>
 */
final class ListeningPort {
  private static final String LISTENS = "0A";
  private static final String SOCKET = "socket:[";

  private ListeningPort() {}

  /** Empty as long as it listens on none, and where the system does not tell. */
  static Optional<Integer> of(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      Set<String> sockets = sockets(process.resolve("fd"));
      try (Stream<String> lines = Files.lines(process.resolve("net").resolve("tcp"))) {
        return lines
            .map(line -> line.strip().split("\\s+"))
            .filter(fields -> fields.length > 9 && fields[3].equals(LISTENS))
            .filter(fields -> sockets.contains(fields[9]))
            .map(fields -> Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16))
            .findFirst();
      }
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static Set<String> sockets(Path descriptors) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> files = Files.list(descriptors)) {
      for (Path file : files.toList()) {
        // it may have been closed by now
        String target = Files.isSymbolicLink(file) ? Files.readSymbolicLink(file).toString() : "";
        if (target.startsWith(SOCKET)) {
          inodes.add(target.substring(SOCKET.length(), target.length() - 1));
        }
      }
    }
    return inodes;
  }
}
