package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.MavenArtifact;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.eclipse.aether.artifact.Artifact;
import org.jspecify.annotations.Nullable;

/** Why Maven's resolver did not do what it was asked to, in words that say what to do. */
final class MavenTrouble {
  private static final Pattern FULL =
      Pattern.compile(
          "No space left on device|not enough space on the disk|quota exceeded",
          Pattern.CASE_INSENSITIVE);
  private static final String ELSEWHERE =
      "or name another folder with localRepository in settings.xml";
  private static final int MEGABYTE = 1_000_000;

  private MavenTrouble() {}

  /** What MIMA says of a settings.xml that it cannot read. */
  static Shortage settings(Exception e) {
    return new Shortage("Maven's settings cannot be read: " + lastWords(e), "mend that file");
  }

  /** A POM that is there and does not help. */
  static Shortage pom(Need need, Exception e) {
    return new Shortage(
        "the POM of " + need.name() + " cannot be used: " + lastWords(e) + need.because(),
        "name another version, or put the file beside plugin.yaml and name it under libraries");
  }

  /** An artifact that a plugin of the user's needs. */
  static Shortage absent(Need need, Outcome.Absent absent) {
    String own = "put the file beside plugin.yaml and name it under libraries";
    return new Shortage(
        need.name() + " cannot be had (" + absent.words() + ")" + need.because(),
        mayBeThere(absent) ? reach(absent) + "; or " + own : "name another version, or " + own);
  }

  /** Files that a lock of ours names. */
  static Shortage absent(String lock, Map<Artifact, Outcome.Absent> all) {
    Map.Entry<Artifact, Outcome.Absent> first = all.entrySet().iterator().next();
    String rest = all.size() == 1 ? "" : " and " + (all.size() - 1) + " more";
    return new Shortage(
        "%s%s, which %s names, cannot be had (%s)"
            .formatted(Need.name(first.getKey()), rest, lock, first.getValue().words()),
        reach(first.getValue()));
  }

  /** A file that is not what the lock says. */
  static Shortage changed(String lock, MavenArtifact artifact, Path file, String hash) {
    return new Shortage(
        "'%s' is not the %s that %s names: its SHA-256 is %s".formatted(file, artifact, lock, hash),
        "delete it and run again; if that brings the same file, ask who runs the repository or"
            + " mirror that gives it");
  }

  /**
   * Where it is this machine that cannot keep what it is given.
   *
   * @param repository the local repository
   * @param lacking how many bytes it could not keep, as far as is known
   */
  static void throwIfOfThisMachine(
      Collection<? extends Exception> troubles, Path repository, long lacking) throws Shortage {
    for (Exception trouble : troubles) {
      for (Throwable cause : causes(trouble)) {
        if (cause instanceof IOException && FULL.matcher(words(cause)).find()) {
          String room = lacking == 0 ? "" : " for " + (lacking / MEGABYTE + 1) + " MB";
          throw new Shortage(
              "the disk of the local repository '" + repository + "' is full",
              "make room" + room + " there, " + ELSEWHERE);
        } else if (cause instanceof FileSystemException) {
          throw new Shortage(
              "the local repository '" + repository + "' cannot be written: " + words(cause),
              "make it writable, " + ELSEWHERE);
        }
      }
    }
  }

  /** Why a repository did not answer at all; empty where it did. */
  static Optional<String> unreached(Exception e) {
    return causes(e).stream()
        .filter(
            cause ->
                cause instanceof SocketException
                    || cause instanceof UnknownHostException
                    || cause instanceof InterruptedIOException
                    || cause instanceof SSLException)
        .findFirst()
        .map(cause -> lastWords((Exception) cause));
  }

  /** The innermost cause, in one line. */
  static String lastWords(Exception e) {
    List<Throwable> causes = causes(e);
    Throwable innermost = causes.get(causes.size() - 1);
    String unknown = innermost instanceof UnknownHostException ? "unknown host " : "";
    return unknown + words(innermost);
  }

  /** Model and settings problems are lists of lines under a heading that only counts them. */
  private static String words(Throwable cause) {
    if (cause.getMessage() == null) {
      return cause.getClass().getSimpleName();
    }
    List<String> lines = cause.getMessage().lines().toList();
    return lines.stream()
        .skip(lines.get(0).contains("encountered while building") ? 1 : 0)
        .map(line -> line.strip().replaceFirst("^\\[[A-Z]+] ", ""))
        .collect(Collectors.joining("; "));
  }

  private static boolean mayBeThere(Outcome.Absent absent) {
    return absent.refusals().isEmpty() || !absent.silent().isEmpty();
  }

  private static String reach(Outcome.Absent absent) {
    if (absent.refusals().isEmpty()) {
      return "run once without -o; what was fetched once is kept";
    }
    List<String> silent =
        mayBeThere(absent)
            ? absent.silent()
            : absent.refusals().stream().map(Outcome.Refusal::repository).toList();
    return "run once where %s %s reached, or name a mirror in settings.xml; what was fetched once is"
            .formatted(String.join(" and ", silent), silent.size() == 1 ? "is" : "are")
        + " kept";
  }

  private static List<Throwable> causes(Throwable e) {
    List<Throwable> causes = new ArrayList<>();
    for (@Nullable Throwable cause = e;
        cause != null && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
