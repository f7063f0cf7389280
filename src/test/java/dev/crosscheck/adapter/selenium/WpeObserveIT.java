package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What can be read from WPE WebKit. */
class WpeObserveIT extends WebKitObserveContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.wpe();
  }

  /** Its window has one size. */
  @Test
  @Override
  void takesAPictureOfThePage() throws Exception {
    try (Visit visit = visit(Scripts.PARTNER)) {
      Observation.Screenshot picture = visit.observe(new Probe.Screenshot());

      var image = ImageIO.read(new ByteArrayInputStream(picture.png().bytes()));
      assertThat(image.getWidth()).isEqualTo(800);
    }
  }
}
