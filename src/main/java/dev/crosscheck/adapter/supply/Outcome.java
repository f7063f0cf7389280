package dev.crosscheck.adapter.supply;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of looking for an artifact. */
sealed interface Outcome {

  /** It is on this machine. */
  record Here(Path file) implements Outcome {}

  /**
   * It is not to be had.
   *
   * @param refusals by the repositories that were to be asked, in their order; none where Maven is
   *     told to stay offline
   */
  record Absent(List<Refusal> refusals) implements Outcome {
    public Absent {
      refusals = List.copyOf(refusals);
    }

    Absent and(Absent next) {
      return new Absent(Stream.concat(refusals.stream(), next.refusals.stream()).toList());
    }

    /** Such as {@code not in central; google is not reached: connect timed out}. */
    String words() {
      return refusals.isEmpty()
          ? "not on this machine, and Maven is offline (-o)"
          : refusals.stream().map(Refusal::words).collect(Collectors.joining("; "));
    }

    /** The repositories that may have it for all we know. */
    List<String> silent() {
      return refusals.stream()
          .filter(refusal -> refusal.why() != Why.LACKS)
          .map(Refusal::repository)
          .toList();
    }
  }

  /** Why a repository did not give an artifact. */
  enum Why {
    LACKS,
    UNREACHED,
    FAILED
  }

  /**
   * One repository's part in it.
   *
   * @param repository its id: {@code central}
   * @param said the network's or the repository's own words
   */
  record Refusal(String repository, Why why, String said) {
    private String words() {
      return switch (why) {
        case LACKS -> "not in " + repository;
        case UNREACHED -> repository + " is not reached: " + said;
        case FAILED -> repository + " failed: " + said;
      };
    }
  }
}
