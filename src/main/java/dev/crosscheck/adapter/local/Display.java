package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.DeviceLost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An X display that nobody sees, with a number that it chose itself: Xvfb. */
final class Display implements AutoCloseable {
  /** Without access control: only processes of this machine reach it, as it has no TCP port. */
  private static final List<String> ARGUMENTS =
      List.of("-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-ac");

  private final ProcessGroup xvfb;
  private final String number;

  private Display(ProcessGroup xvfb, String number) {
    this.xvfb = xvfb;
    this.number = number;
  }

  static Display open(Path program, Path folder, Deadline by) {
    CompletableFuture<String> number = new CompletableFuture<>();
    ProcessGroup xvfb =
        ProcessGroup.start(
            "Xvfb",
            program,
            ARGUMENTS,
            Map.of(),
            folder,
            line -> line.matches("\\d+") && number.complete(line));
    try {
      String chosen =
          Starting.await(
              xvfb, () -> Optional.ofNullable(number.getNow(null)), "named no display", by);
      return new Display(xvfb, chosen);
    } catch (DeviceLost e) {
      xvfb.close();
      throw e;
    }
  }

  /** As the variable {@code DISPLAY} has it. */
  String name() {
    return ":" + number;
  }

  Optional<String> ended() {
    return xvfb.ended();
  }

  @Override
  public void close() {
    xvfb.close();
  }
}
