package dev.crosscheck.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CanvasTest {
  private final FakeTerminal terminal = new FakeTerminal(20, 6);
  private final Canvas canvas = new Canvas(terminal.stream(), false);

  @Test
  void drawsEachPictureOverTheLast() {
    draw(List.of(), "one", "two", "three");
    draw(List.of(), "1", "2");
    assertThat(terminal.text()).isEqualTo("1\n2\n");
    assertThat(terminal.isAtItsEnd()).isTrue();
  }

  @Test
  void keepsWhatStaysAboveThePicture() {
    draw(List.of("first"), "a picture");
    draw(List.of("second", "third"), "another");
    assertThat(terminal.text()).isEqualTo("first\nsecond\nthird\nanother\n");
    draw(List.of("last"));
    assertThat(terminal.text()).isEqualTo("first\nsecond\nthird\nlast\n");
  }

  @Test
  void leavesOnlyWhatStaysWhenTextScrolls() {
    draw(List.of(), "a", "b");
    for (int i = 1; i <= 20; i++) {
      draw(List.of("line " + i), "a" + i, "b" + i);
    }
    draw(List.of());
    assertThat(terminal.text())
        .isEqualTo(
            String.join("\n", IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i).toList())
                + "\n");
  }

  @Test
  void cutsAPictureToTheTerminal() {
    draw(List.of(), "x".repeat(50), "日本語".repeat(9), "c", "d", "e", "f", "g");
    assertThat(terminal.text()).isEqualTo("x".repeat(18) + "…\n日本語日本語日本語…\nc\nd\ne\n");
    assertThat(terminal.wraps()).isZero();
    draw(List.of(), "small");
    assertThat(terminal.text()).isEqualTo("small\n");
  }

  @Test
  void letsALongLineThatStaysWrapAndIsNotConfusedByIt() {
    draw(List.of(), "a", "b");
    draw(List.of("y".repeat(50)), "c", "d");
    draw(List.of("z"), "e");
    assertThat(terminal.text())
        .isEqualTo("y".repeat(20) + "\n" + "y".repeat(20) + "\n" + "y".repeat(10) + "\nz\ne\n");
  }

  @Test
  void findsItsPictureAgainWhereTheTerminalHasBecomeNarrower() {
    draw(List.of("stays"), "x".repeat(19), "y");
    FakeTerminal narrow = new FakeTerminal(10, 6);
    narrow.take("stays\n" + "x".repeat(19) + "\ny\n");
    Canvas moved = new Canvas(narrow.stream(), false);
    draw(moved, new TerminalSize(20, 6), List.of(), "x".repeat(19), "y");
    draw(moved, narrow.get(), List.of("too"), "z");
    assertThat(narrow.text()).isEqualTo("stays\nxxxxxxxxxx\nxxxxxxxxx\ny\ntoo\nz\n");
  }

  @Test
  void drawsNothingWhereNothingHasChanged() {
    draw(List.of(), "the same");
    draw(List.of(), "the same");
    assertThat(terminal.drawings()).isEqualTo(1);
  }

  @Test
  void showsTheCursorBetweenDrawings() {
    draw(List.of("stays"), "a picture");
    assertThat(terminal.isCursorShown()).isTrue();
    assertThat(terminal.isAtItsEnd()).isTrue();
  }

  @Test
  void doesNotLetTextSteerTheTerminal() {
    String hostile = "\u001b[2J\u001b]0;title\u0007\rgone\u009b1A";
    draw(List.of(hostile), hostile);
    draw(List.of(), "quiet");
    assertThat(terminal.text())
        .isEqualTo("\\u001b[2J\\u001b]0;ti\ntle\\u0007\\u000dgone\\\nu009b1A\nquiet\n");
  }

  @Test
  void coloursOnlyWhereThatIsWanted() {
    canvas.draw(List.of(Line.of(Ink.BAD, "bad")), List.of(Line.of(Ink.GOOD, "good")), size());
    assertThat(terminal.isColoured()).isFalse();
    new Canvas(terminal.stream(), true).draw(List.of(), List.of(Line.of(Ink.GOOD, "good")), size());
    assertThat(terminal.isColoured()).isTrue();
  }

  private TerminalSize size() {
    return terminal.get();
  }

  private void draw(List<String> staying, String... picture) {
    draw(canvas, size(), staying, picture);
  }

  private static void draw(
      Canvas canvas, TerminalSize size, List<String> staying, String... picture) {
    canvas.draw(
        staying.stream().map(Line::of).toList(), Stream.of(picture).map(Line::of).toList(), size);
  }
}
