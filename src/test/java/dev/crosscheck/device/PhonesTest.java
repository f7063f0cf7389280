package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhonesTest {
  private static final List<Phone> ALL =
      Phones.names().stream().map(Phones::named).flatMap(Optional::stream).toList();

  @Test
  void hasPhonesOfBothSystemsEachOnce() {
    assertThat(Phones.names()).hasSizeGreaterThanOrEqualTo(12).doesNotHaveDuplicates();
    assertThat(ALL).hasSameSizeAs(Phones.names());
    for (Phone.OperatingSystem system : Phone.OperatingSystem.values()) {
      assertThat(ALL).filteredOn(p -> p.system() == system).hasSizeGreaterThan(5);
    }
  }

  @Test
  void knowsExactNamesOnly() {
    assertThat(Phones.named("Pixel 7")).isPresent();
    assertThat(Phones.named("pixel 7")).isEmpty();
    assertThat(Phones.named("Pixel")).isEmpty();
  }

  @Test
  void everyScreenIsAPhones() {
    assertThat(ALL)
        .allSatisfy(
            phone -> {
              assertThat(phone.width()).isBetween(320, 480);
              assertThat(phone.height()).isBetween(2 * phone.width(), 3 * phone.width());
              assertThat(phone.pageHeight()).isBetween(600, phone.height() - 50);
              assertThat(phone.pixelRatio()).isBetween(2.0, 4.0);
            });
    assertThat(ALL).anySatisfy(phone -> assertThat(phone.width()).isLessThanOrEqualTo(360));
    assertThat(ALL).anySatisfy(phone -> assertThat(phone.width()).isGreaterThanOrEqualTo(440));
  }

  @Test
  void aPageFitsItsScreen() {
    assertThatThrownBy(
            () -> new Phone("Odd", Phone.OperatingSystem.IOS, "18.7", "Odd", 300, 500, 501, 2))
        .hasMessage("'Odd' has no screen for its page");
  }
}
