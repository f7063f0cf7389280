package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.Secrets;
import dev.crosscheck.mobile.App;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscreetTest {
  private final List<String> heard = new ArrayList<>();

  @Test
  void passesOnWhatAnAppLogsWithoutSecrets() {
    Discreet discreet = new Discreet(new Hearing(), Secrets.of(List.of("KEY"), Map.of("KEY", "7")));

    discreet.shows("{\"taken\": 7}");
    discreet.logged("info", "Acme", "asked with 7");
    discreet.crashed("IllegalState: 7\n\tat a.B(C.java:1)");

    assertThat(heard)
        .as("but for its state, which is read")
        .containsExactly(
            "{\"taken\": 7}",
            "info Acme asked with <secret:KEY>",
            "IllegalState: <secret:KEY>\n\tat a.B(C.java:1)");
  }

  private final class Hearing implements App.Listener {
    @Override
    public void shows(String text) {
      heard.add(text);
    }

    @Override
    public void logged(String level, String tag, String text) {
      heard.add(level + " " + tag + " " + text);
    }

    @Override
    public void crashed(String trace) {
      heard.add(trace);
    }
  }
}
