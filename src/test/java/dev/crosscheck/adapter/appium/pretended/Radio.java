package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.util.List;

/** Wireless network, mobile data and airplane mode; by them the phone is online, or not. */
final class Radio {
  private final Phone phone;
  private final PhoneNetwork network;
  private final SystemSettings settings;
  private boolean wifi = true;
  private boolean data = true;
  private boolean airplane;

  Radio(Phone phone, PhoneNetwork network, SystemSettings settings) {
    this.phone = phone;
    this.network = network;
    this.settings = settings;
    remember();
  }

  private void remember() {
    settings.put("global wifi_on", wifi ? "1" : "0");
    settings.put("global mobile_data", data ? "1" : "0");
    settings.put("global airplane_mode_on", airplane ? "1" : "0");
  }

  /** {@code svc wifi|data enable|disable}. */
  int svc(List<String> words, ShellIo io) throws InterruptedException, NotKnown {
    if (words.size() != 3) {
      throw new NotKnown(words);
    }
    set(words.get(1), isOn(words.get(2), words), words);
    return 0;
  }

  /** The same for devices that are not emulators, and airplane mode. */
  int cmd(List<String> words, ShellIo io) throws IOException, InterruptedException, NotKnown {
    String line = String.join(" ", words);
    if (line.startsWith("cmd -w wifi set-wifi-enabled ") && words.size() == 5) {
      set("wifi", isOn(words.get(4).replaceAll("d$", ""), words), words);
    } else if (line.startsWith("cmd phone data ") && words.size() == 4) {
      set("data", isOn(words.get(3), words), words);
    } else if (line.equals("cmd connectivity airplane-mode")) {
      io.say(airplane ? "enabled\n" : "disabled\n");
    } else if (line.startsWith("cmd connectivity airplane-mode ") && words.size() == 4) {
      set("airplane", isOn(words.get(3), words), words);
    } else {
      throw new NotKnown(words);
    }
    return 0;
  }

  private static boolean isOn(String word, List<String> words) throws NotKnown {
    return switch (word) {
      case "enable" -> true;
      case "disable" -> false;
      default -> throw new NotKnown(words);
    };
  }

  private synchronized void set(String what, boolean on, List<String> words)
      throws InterruptedException, NotKnown {
    boolean before = isOnline();
    switch (what) {
      case "wifi" -> wifi = on;
      case "data" -> data = on;
      case "airplane" -> airplane = on;
      default -> throw new NotKnown(words);
    }
    remember();
    if (before != isOnline()) {
      network.online(isOnline());
      Acts.done(phone.online(isOnline()));
    }
  }

  private boolean isOnline() {
    return !airplane && (wifi || data);
  }
}
