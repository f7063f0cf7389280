package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;

/** What a stream was opened for. The stream is closed when it returns. */
interface AdbService {
  void serve(AdbStream stream) throws IOException, InterruptedException, NotKnown;

  /** Finds what answers to a name such as {@code shell,v2,raw:getprop}. */
  interface Directory {
    AdbService find(String name, AdbConnection connection) throws NotKnown;
  }
}
