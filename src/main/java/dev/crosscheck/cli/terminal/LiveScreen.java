package dev.crosscheck.cli.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A terminal that someone watches. While a picture is shown, one thread draws, ten times a second
 * at most, and nobody else waits for the terminal.
 */
public final class LiveScreen implements Screen {
  private final Canvas canvas;
  private final Supplier<TerminalSize> size;
  private final Pace pace;
  private final Object drawing = new Object();
  private final List<Line> waiting = new ArrayList<>();
  private @Nullable Picture picture;
  private @Nullable Runnable painter;

  /** When to draw. */
  interface Pace {
    /** Draws on a thread of its own, again and again; what is returned ends that. */
    Runnable start(Runnable draw);
  }

  /**
   * @param size of the terminal, asked for each drawing
   */
  public LiveScreen(PrintStream out, boolean colours, Supplier<TerminalSize> size) {
    this(out, colours, size, LiveScreen::tenTimesASecond);
  }

  LiveScreen(PrintStream out, boolean colours, Supplier<TerminalSize> size, Pace pace) {
    this.canvas = new Canvas(out, colours);
    this.size = size;
    this.pace = pace;
  }

  @Override
  public void line(Line line) {
    boolean drawnSoon;
    synchronized (waiting) {
      waiting.add(line);
      drawnSoon = painter != null;
    }
    if (!drawnSoon) {
      draw();
    }
  }

  @Override
  public void show(Picture shown) {
    synchronized (waiting) {
      picture = shown;
      if (painter == null) {
        painter = pace.start(this::draw);
      }
    }
  }

  @Override
  public void close() {
    synchronized (waiting) {
      if (painter != null) {
        painter.run();
      }
      painter = null;
      picture = null;
    }
    draw();
  }

  /** Everything told so far, and the picture as it is now. */
  private void draw() {
    synchronized (drawing) {
      List<Line> staying;
      Picture shown;
      synchronized (waiting) {
        staying = List.copyOf(waiting);
        waiting.clear();
        shown = picture;
      }
      TerminalSize now = size.get();
      canvas.draw(staying, shown == null ? List.of() : shown.lines(now), now);
    }
  }

  private static Runnable tenTimesASecond(Runnable draw) {
    ScheduledExecutorService painter =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "screen");
              thread.setDaemon(true);
              return thread;
            });
    var unused = painter.scheduleWithFixedDelay(draw, 0, 100, TimeUnit.MILLISECONDS);
    return painter::shutdown;
  }
}
