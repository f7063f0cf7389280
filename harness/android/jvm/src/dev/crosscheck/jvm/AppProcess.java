package dev.crosscheck.jvm;

import dev.crosscheck.jvm.shared.Controls;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.robolectric.internal.AndroidSandbox;

/**
 * One process of the app, in a sandbox of its own, with threads in a group of its own. Its main thread lets time pass
 * as it passes outside, performs what is asked of it, and tells when what the app shows has changed.
 */
final class AppProcess {
  private static final String STATE = "crosscheck-state";
  private static final long TICK_MS = 8;

  /** Copying the log costs more than a look at the screen. */
  private static final int TICKS_PER_LOG = 12;

  /** Hears of the app, on any thread. */
  interface Listener {
    void shows(String text);

    void logged(String level, String tag, String text);

    void crashed(String trace);
  }

  /** Something to do on the app's main thread. */
  interface Task<T> {
    T with(Controls controls) throws Exception;
  }

  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final CompletableFuture<Controls> booted = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final ThreadGroup threads;
  private final Sandboxes sandboxes;
  private volatile AndroidSandbox sandbox;
  private volatile Thread main;
  private volatile Listener listener;
  private volatile boolean stopping;
  private volatile boolean crashed;
  private String shown = "";

  /** Begins to boot it. */
  AppProcess(Sandboxes sandboxes, String name) {
    this.sandboxes = sandboxes;
    this.threads = new ThreadGroup(name);
    new Thread(threads, this::live, name).start();
  }

  /** The class loader of everything in it; waits until it has booted. */
  ClassLoader loader() {
    booted.join();
    return sandbox.getRobolectricClassLoader();
  }

  private AppLoader classes() {
    return (AppLoader) sandbox.getRobolectricClassLoader();
  }

  ThreadGroup threads() {
    return threads;
  }

  boolean owns(Thread thread) {
    for (ThreadGroup group = thread.getThreadGroup(); group != null; group = group.getParent()) {
      if (group == threads) {
        return true;
      }
    }
    return false;
  }

  void heardBy(Listener who) {
    listener = who;
  }

  private void live() {
    try {
      sandbox = sandboxes.create();
      sandbox.runOnMainThread(this::run);
    } catch (Throwable e) {
      booted.completeExceptionally(e);
      crash(e);
    } finally {
      ended.complete(null);
    }
  }

  private void run() {
    main = Thread.currentThread();
    main.setContextClassLoader(sandbox.getRobolectricClassLoader());
    Controls controls;
    try {
      sandboxes.boot(sandbox, threads.getName());
      controls =
          (Controls)
              sandbox.bootstrappedClass(Phone.class).getDeclaredConstructor().newInstance();
      controls.warm();
      classes().preload();
    } catch (Throwable e) {
      booted.completeExceptionally(e);
      return;
    }
    booted.complete(controls);
    try {
      Runnable first = tasks.take(); // until it is used, time stands still for it
      classes().use();
      first.run();
      long last = System.nanoTime();
      for (int ticks = 0; !stopping; ticks++) {
        Runnable task = tasks.poll(TICK_MS, TimeUnit.MILLISECONDS);
        long now = System.nanoTime();
        if (task != null) {
          task.run();
        }
        controls.tick(now - last);
        last = now;
        tell(controls, ticks % TICKS_PER_LOG == 0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      crash(e);
    }
    shutDown(controls);
  }

  private void tell(Controls controls, boolean log) {
    Listener hearing = listener;
    if (hearing != null) {
      for (String[] line : log ? controls.log() : List.<String[]>of()) {
        hearing.logged(line[0], line[1], line[2]);
      }
      String text = controls.text(STATE);
      if (text != null && !text.equals(shown)) {
        shown = text;
        hearing.shows(text);
      }
    }
  }

  private void shutDown(Controls controls) {
    try {
      tell(controls, true);
      controls.quit(threads);
    } catch (Throwable e) {
      System.err.println("the sandbox does not end well: " + e);
    }
  }

  /** An exception that nobody caught ends an app's process, on whichever of its threads. */
  void crash(Throwable thrown) {
    if (crashed || stopping) {
      return;
    }
    crashed = true;
    stopping = true;
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    Listener hearing = listener;
    if (hearing != null) {
      hearing.crashed(trace.toString());
    }
  }

  /** Completes with what the task gave, once the main thread has come to it. */
  <T> CompletableFuture<T> on(Task<T> task) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Controls controls = booted.join();
    tasks.add(
        () -> {
          try {
            done.complete(task.with(controls));
          } catch (Exception e) {
            done.completeExceptionally(e);
          } catch (Throwable e) {
            done.completeExceptionally(e);
            throw e;
          }
        });
    return done;
  }

  /** Where the main thread is; the app's own frames and those above them. */
  String whereabouts() {
    Thread thread = main;
    if (thread == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (StackTraceElement frame : thread.getStackTrace()) {
      text.append(frame).append('\n');
    }
    return text.toString();
  }

  /** Ends it without a word to the app, as the system does. Returns whether its main thread let go. */
  boolean kill(long patienceMs) {
    stopping = true;
    listener = null;
    tasks.add(() -> {}); // it may not have been used
    try {
      ended.get(patienceMs, TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      return false;
    } finally {
      threads.interrupt();
    }
    return true;
  }

  /** The app's data, for the next process of it. */
  static void copyData(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file).toString()),
                StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
