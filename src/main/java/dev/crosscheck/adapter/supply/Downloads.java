package dev.crosscheck.adapter.supply;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Knows how large the files are whose transfers began and did not succeed. */
final class Downloads extends AbstractTransferListener {
  private final Map<String, Long> unfinished = new ConcurrentHashMap<>();

  @Override
  public void transferStarted(TransferEvent event) {
    unfinished.put(
        event.getResource().getResourceName(), Math.max(0, event.getResource().getContentLength()));
  }

  @Override
  public void transferSucceeded(TransferEvent event) {
    unfinished.remove(event.getResource().getResourceName());
  }

  /** In bytes; 0 where no repository told. */
  long unfinishedSize() {
    return unfinished.values().stream().mapToLong(Long::longValue).sum();
  }
}
