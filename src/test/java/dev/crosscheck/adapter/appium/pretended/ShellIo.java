package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The three streams of a shell command. */
record ShellIo(InputStream in, OutputStream out, OutputStream err) {
  void say(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  void complain(String text) throws IOException {
    err.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
