package dev.crosscheck.sample;

import dev.crosscheck.capture.Body;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture of a page. */
final class SampleScreenshot {
  private SampleScreenshot() {}

  static Body png() {
    BufferedImage image = new BufferedImage(960, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D page = image.createGraphics();
    page.setColor(Color.WHITE);
    page.fillRect(0, 0, 960, 600);
    page.setColor(new Color(0x22, 0x33, 0x55));
    page.fillRect(0, 0, 960, 64);
    page.setColor(new Color(0xdd, 0xdd, 0xe4));
    page.fillRect(60, 120, 400, 28);
    page.fillRect(60, 170, 620, 14);
    page.fillRect(60, 196, 580, 14);
    page.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Body.of(out.toByteArray());
  }
}
