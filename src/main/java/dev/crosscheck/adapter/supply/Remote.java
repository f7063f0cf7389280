package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Shortage;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/** A repository in the network, which is asked no more once it was not reached. */
final class Remote {
  private final RemoteRepository repository;
  private final RepositorySystem system;
  private final Downloads downloads;
  private Optional<String> unreached = Optional.empty();

  /**
   * @param downloads hears of all that the session transfers
   */
  Remote(RemoteRepository repository, RepositorySystem system, Downloads downloads) {
    this.repository = repository;
    this.system = system;
    this.downloads = downloads;
  }

  RemoteRepository repository() {
    return repository;
  }

  boolean isReached() {
    return unreached.isEmpty();
  }

  /**
   * Fetches what it has of these. The first is asked for alone: where nobody answers, one wait is
   * enough.
   *
   * @return an outcome for each; one that is absent has one refusal
   * @throws Shortage where this machine cannot keep what it is given
   */
  Map<Artifact, Outcome> ask(RepositorySystemSession session, List<Artifact> wanted)
      throws Shortage {
    int first = Math.min(1, wanted.size());
    Map<Artifact, Outcome> outcomes = new LinkedHashMap<>();
    List<Exception> troubles = new ArrayList<>();
    for (List<Artifact> some :
        List.of(wanted.subList(0, first), wanted.subList(first, wanted.size()))) {
      for (ArtifactResult result : isReached() ? results(session, some) : untried(some)) {
        outcomes.put(result.getRequest().getArtifact(), outcome(result));
        troubles.addAll(result.getExceptions());
      }
    }
    MavenTrouble.throwIfOfThisMachine(
        troubles, session.getLocalRepository().getBasedir().toPath(), downloads.unfinishedSize());
    return outcomes;
  }

  private List<ArtifactResult> results(RepositorySystemSession session, List<Artifact> wanted) {
    try {
      return system.resolveArtifacts(session, requests(wanted));
    } catch (ArtifactResolutionException e) {
      return e.getResults();
    } catch (UncheckedIOException e) { // its own notes beside the files
      return untried(wanted).stream().map(result -> result.addException(e)).toList();
    }
  }

  private List<ArtifactRequest> requests(List<Artifact> wanted) {
    return wanted.stream()
        .map(artifact -> new ArtifactRequest(artifact, List.of(repository), ""))
        .toList();
  }

  private List<ArtifactResult> untried(List<Artifact> wanted) {
    return requests(wanted).stream().map(ArtifactResult::new).toList();
  }

  private Outcome outcome(ArtifactResult result) {
    if (result.isResolved()) {
      return new Outcome.Here(result.getArtifact().getFile().toPath());
    }
    Optional<Exception> failure =
        result.getExceptions().stream()
            .filter(e -> !(e instanceof ArtifactNotFoundException))
            .findFirst();
    if (unreached.isEmpty()) {
      unreached = failure.flatMap(MavenTrouble::unreached);
    }
    Outcome.Refusal refusal =
        unreached
            .map(why -> refusal(Outcome.Why.UNREACHED, why))
            .or(() -> failure.map(e -> refusal(Outcome.Why.FAILED, MavenTrouble.lastWords(e))))
            .orElseGet(() -> refusal(Outcome.Why.LACKS, ""));
    return new Outcome.Absent(List.of(refusal));
  }

  private Outcome.Refusal refusal(Outcome.Why why, String said) {
    return new Outcome.Refusal(repository.getId(), why, said);
  }
}
