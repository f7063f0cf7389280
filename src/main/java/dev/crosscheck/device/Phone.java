package dev.crosscheck.device;

/**
 * A phone that a browser can be made to look like: the browser's engine, a phone's screen and name.
 * Knows nothing of browsers and their user agents.
 *
 * @param name as its maker calls it, and as devices.yaml does: {@code Pixel 7}
 * @param systemVersion such as {@code 18.7}
 * @param model as Android has it, such as {@code SM-S921B}; the name where it is an iPhone
 * @param width of the screen, and of the page, in CSS pixels, in portrait
 * @param height of the screen in CSS pixels, in portrait
 * @param pageHeight what the system's and the browser's bars leave of it
 * @param pixelRatio device pixels to a CSS pixel
 */
public record Phone(
    String name,
    OperatingSystem system,
    String systemVersion,
    String model,
    int width,
    int height,
    int pageHeight,
    double pixelRatio) {
  public Phone {
    if (width <= 0 || pageHeight <= 0 || pageHeight > height || pixelRatio <= 0) {
      throw new IllegalArgumentException("'" + name + "' has no screen for its page");
    }
  }

  /** Who makes the phone's system. */
  public enum OperatingSystem {
    ANDROID("Android"),
    IOS("iOS");

    private final String label;

    OperatingSystem(String label) {
      this.label = label;
    }

    /** As its maker writes it. */
    public String label() {
      return label;
    }
  }

  static Phone android(
      String name, String version, String model, int width, int height, double ratio) {
    return new Phone(
        name,
        OperatingSystem.ANDROID,
        version,
        model,
        width,
        height,
        height - Phones.ANDROID_BARS,
        ratio);
  }

  static Phone iphone(String name, String version, int width, int height, int pageHeight) {
    return new Phone(
        name, OperatingSystem.IOS, version, name, width, height, pageHeight, Phones.RETINA);
  }
}
