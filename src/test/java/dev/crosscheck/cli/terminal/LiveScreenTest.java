package dev.crosscheck.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveScreenTest {
  private final FakeTerminal terminal = new FakeTerminal(40, 10);
  private final List<Runnable> painters = new ArrayList<>();
  private int stopped;
  private final LiveScreen screen =
      new LiveScreen(
          terminal.stream(),
          false,
          terminal,
          draw -> {
            painters.add(draw);
            return () -> stopped++;
          });
  private String state = "begun";

  @Test
  void printsAtOnceUntilThereIsAPicture() {
    screen.line(Line.of("installing"));
    assertThat(terminal.text()).isEqualTo("installing\n");
    assertThat(terminal.drawings()).isZero();
    assertThat(painters).isEmpty();
  }

  @Test
  void leavesDrawingToOneThread() {
    show();
    screen.line(Line.of("a failure"));
    assertThat(terminal.text()).as("before it draws").isEmpty();
    tick();
    assertThat(terminal.text()).isEqualTo("a failure\nbegun\n");
    state = "half";
    tick();
    assertThat(terminal.text()).isEqualTo("a failure\nhalf\n");
    assertThat(painters).hasSize(1);
  }

  @Test
  void leavesTheLinesInThePictureSPlace() {
    show();
    tick();
    screen.line(Line.of("the last word"));
    screen.close();
    assertThat(terminal.text()).isEqualTo("the last word\n");
    assertThat(stopped).isEqualTo(1);
    tick();
    screen.line(Line.of("the totals"));
    screen.close();
    assertThat(terminal.text()).isEqualTo("the last word\nthe totals\n");
    assertThat(terminal.isCursorShown()).isTrue();
    assertThat(stopped).isEqualTo(1);
  }

  private void show() {
    screen.show(size -> List.of(Line.of(state)));
  }

  private void tick() {
    painters.get(0).run();
  }
}
