package dev.crosscheck.adapter.appium.pretended.apple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a program says, and the code with which it ends. */
record Said(int exit, Stream stream) {
  /** What a program says that knows no such command. */
  static final Said UNKNOWN = failing(64, "the pretence does not know this command");

  /** Writes until it has nothing more to say. */
  interface Stream {
    void to(OutputStream out) throws IOException;
  }

  static Said of(String text) {
    return new Said(0, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Said failing(int exit, String text) {
    return new Said(exit, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** As long as the program runs. */
  static Said streaming(Stream stream) {
    return new Said(0, stream);
  }

  void to(OutputStream out) throws IOException {
    stream.to(out);
  }
}
