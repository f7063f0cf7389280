package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for in this run, by what it was: looked for once and remembered, a shortage too. A
 * try that was interrupted is forgotten.
 */
final class Memory<V> {
  private final Map<Object, Entry<V>> entries = new ConcurrentHashMap<>();
  private final Path cache;

  /**
   * @param cache the folder to name where files cannot be written
   */
  Memory(Path cache) {
    this.cache = cache;
  }

  /** Finds or fetches it. */
  interface Search<V> {
    V get() throws Shortage, IOException, InterruptedException;
  }

  V get(Object key, Search<V> search) throws Shortage {
    try {
      return entries.computeIfAbsent(key, k -> new Entry<>()).get(search, cache);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Shortage("interrupted while looking for " + key, "run it again");
    }
  }

  /** What was found before; empty where it was not looked for, and while it is. */
  Optional<V> known(Object key) {
    Entry<V> entry = entries.get(key);
    return entry == null ? Optional.empty() : Optional.ofNullable(entry.found);
  }

  private static final class Entry<V> {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable V found;
    private @Nullable Shortage shortage;

    V get(Search<V> search, Path cache) throws Shortage, InterruptedException {
      lock.lockInterruptibly();
      try {
        if (shortage != null) {
          throw shortage;
        }
        V value = found == null ? search.get() : found;
        found = value;
        return value;
      } catch (Shortage e) {
        shortage = e;
        throw e;
      } catch (IOException e) {
        shortage =
            new Shortage(
                "the cache '" + cache + "' cannot be used: " + reason(e),
                "make room there, or name another folder with CROSSCHECK_CACHE");
        throw shortage;
      } finally {
        lock.unlock();
      }
    }

    private static String reason(IOException e) {
      if (e instanceof FileSystemException file && file.getReason() == null) {
        String why =
            e instanceof AccessDeniedException ? "access denied" : "cannot be made or read";
        return file.getFile() + ": " + why;
      }
      return String.valueOf(e.getMessage());
    }
  }
}
