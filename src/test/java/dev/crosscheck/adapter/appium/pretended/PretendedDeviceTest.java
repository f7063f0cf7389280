package dev.crosscheck.adapter.appium.pretended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pretended device answers, and that it tells of what it does not know. */
class PretendedDeviceTest {
  private static final String VIEW = "am start -W -a android.intent.action.VIEW -d ";

  private final Strangers strangers = new Strangers();
  private final FakePhone phone = new FakePhone();
  private PretendedDevice device;
  private RawAdb adb;

  @BeforeEach
  void start() throws IOException {
    device = PretendedDevice.booted(PhoneModel.aPixel(), phone, 0, strangers);
    adb = new RawAdb(device.port());
    assertThat(adb.connect()).startsWith("device::").contains("features=shell_v2");
  }

  @AfterEach
  void end() throws IOException {
    adb.close();
    device.close();
  }

  private String shell(String line) throws IOException {
    return adb.ask("shell:" + line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          getprop ro.build.version.sdk            | 34
          getprop sys.boot_completed              | 1
          getprop nobody.knows                    | ''
          echo ping                               | ping
          settings get global http_proxy          | null
          settings put global http_proxy h:1; settings get global http_proxy | h:1
          cmd connectivity airplane-mode          | disabled
          pm grant com.acme.app android.permission.CAMERA && echo granted | granted
          pm clear com.acme.app                   | Success
          [ -e /sdcard ] && echo there            | there
          """)
  void commandsAnswerAsTheSystemDoes(String line, String answer) throws IOException {
    assertThat(shell(line)).isEqualTo(answer + "\n");
    strangers.assertNothingUnknown();
  }

  @Test
  void intentsReachTheApp() throws IOException {
    assertThat(shell(VIEW + "acme://orders com.acme.app"))
        .contains("Status: ok", "LaunchState: COLD");
    shell("input keyevent 3");
    shell("am start-activity -a android.intent.action.MAIN -n com.acme.app/.MainActivity");
    shell("am force-stop com.acme.app");
    shell("svc wifi disable; svc data disable");

    assertThat(phone.acts())
        .containsExactly("link acme://orders", "home", "launch", "stop", "online false");
    strangers.assertNothingUnknown();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          am start -a android.intent.action.VIEW -d shop://x com.acme.app | unable to resolve Intent
          am start -a android.intent.action.VIEW -d acme://x com.other    | unable to resolve Intent
          am start -a android.intent.action.MAIN -n com.other/.Main       | does not exist
          pm grant com.acme.app android.permission.NFC                    | has not requested
          """)
  void whatTheSystemRefusesIsRefused(String line, String answer) throws IOException {
    assertThat(shell(line)).contains(answer);
    assertThat(phone.acts()).isEmpty();
    strangers.assertNothingUnknown();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reboot",
        "getprop",
        "settings put global http_proxy",
        "settings list global",
        "am force-stop com.other",
        "am start --user 10 -n com.acme.app/.MainActivity",
        "am broadcast -a com.acme.GO",
        "input keyevent 4",
        "pm clear com.other",
        "dumpsys battery",
        "cmd wifi status",
        "svc nfc enable",
        "logcat -v brief",
        "screencap -p /sdcard/x.png"
      })
  void anUnknownCommandIsTold(String line) throws IOException {
    shell(line);

    assertThatThrownBy(strangers::assertNothingUnknown)
        .isInstanceOf(AssertionError.class)
        .hasMessage("the pretence does not know:\n  the shell command '" + line + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdwp", "root:", "tcp:7810", "reverse:forward:tcp:1;localabstract:x"})
  void anUnknownServiceIsToldAndRefused(String service) throws IOException {
    assertThat(adb.ask(service)).isEmpty();

    assertThat(strangers.met()).containsExactly("adb's service '" + service + "'");
  }

  @Test
  void anUnknownMessageEndsTheConnection() throws IOException {
    adb.send(new AdbMessage(AdbMessage.CONNECT + 1, 0, 0));

    assertThatThrownBy(() -> adb.ask("shell:echo x"))
        .isInstanceOfAny(EOFException.class, java.net.SocketException.class);
    assertThat(strangers.met()).hasSize(1).first().asString().startsWith("adb's message");
  }

  @Test
  void theLogIsKeptAndForgotten() throws IOException {
    phone.logs("W", "Shop", "first\nsecond");

    assertThat(shell("logcat -d -v threadtime").lines())
        .hasSize(3)
        .anyMatch(line -> line.matches("\\d\\d-\\d\\d \\S+ +0 +0 W Shop: first"))
        .anyMatch(line -> line.endsWith("W Shop: second"));
    assertThat(shell("logcat -c; logcat -d -v threadtime")).doesNotContain("Shop");
  }

  @Test
  void portsAreReversedUntilTheyAreNot() throws IOException {
    assertThat(adb.ask("reverse:forward:tcp:9000;tcp:9001")).isEqualTo("OKAY");
    assertThat(adb.ask("reverse:list-forward")).isEqualTo("0017host tcp:9000 tcp:9001\n");
    assertThat(adb.ask("reverse:killforward:tcp:9000")).isEqualTo("OKAY");
    assertThat(adb.ask("reverse:killforward:tcp:9000")).startsWith("FAIL");
    strangers.assertNothingUnknown();
  }

  @Test
  void theServersPortIsClosedUntilItIsInstrumented() throws IOException {
    assertThat(adb.ask("tcp:6790")).isEmpty();
    strangers.assertNothingUnknown();
  }
}
