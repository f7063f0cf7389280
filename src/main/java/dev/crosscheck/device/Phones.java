package dev.crosscheck.device;

import java.util.List;
import java.util.Optional;

/**
 * The phones that devices.yaml may name. Tablets are left out: Chrome asks for a desktop's page on
 * them.
 *
 * <p>All these Android phones are kept up to Android 16. iPhones say iOS 18.7: Safari says so even
 * on newer systems.
 */
public final class Phones {
  /** The status bar and Chrome's toolbar, in CSS pixels. */
  static final int ANDROID_BARS = 76;

  /** Every iPhone since the X, the XR and the 11 apart. */
  static final double RETINA = 3;

  private static final String ANDROID = "16";
  private static final String IOS = "18.7";

  private static final List<Phone> ALL =
      List.of(
          Phone.android("Pixel 7", ANDROID, "Pixel 7", 412, 915, 2.625),
          Phone.android("Pixel 7a", ANDROID, "Pixel 7a", 412, 915, 2.625),
          Phone.android("Pixel 8", ANDROID, "Pixel 8", 412, 915, 2.625),
          Phone.android("Pixel 8 Pro", ANDROID, "Pixel 8 Pro", 448, 997, 3),
          Phone.android("Pixel 9", ANDROID, "Pixel 9", 412, 924, 2.625),
          Phone.android("Pixel 9 Pro", ANDROID, "Pixel 9 Pro", 427, 952, 3),
          Phone.android("Pixel 9 Pro XL", ANDROID, "Pixel 9 Pro XL", 448, 997, 3),
          Phone.android("Pixel 10", ANDROID, "Pixel 10", 412, 924, 2.625),
          Phone.android("Pixel 10 Pro", ANDROID, "Pixel 10 Pro", 427, 952, 3),
          Phone.android("Galaxy S23", ANDROID, "SM-S911B", 360, 780, 3),
          Phone.android("Galaxy S24", ANDROID, "SM-S921B", 360, 780, 3),
          Phone.android("Galaxy S25", ANDROID, "SM-S931B", 360, 780, 3),
          Phone.iphone("iPhone 13 mini", IOS, 375, 812, 629),
          Phone.iphone("iPhone 13", IOS, 390, 844, 664),
          Phone.iphone("iPhone 14", IOS, 390, 844, 664),
          Phone.iphone("iPhone 14 Pro Max", IOS, 430, 932, 740),
          Phone.iphone("iPhone 15", IOS, 393, 852, 659),
          Phone.iphone("iPhone 15 Pro Max", IOS, 430, 932, 739),
          Phone.iphone("iPhone 16e", IOS, 390, 844, 651),
          Phone.iphone("iPhone 16", IOS, 393, 852, 659),
          Phone.iphone("iPhone 16 Pro", IOS, 402, 874, 681),
          Phone.iphone("iPhone 16 Pro Max", IOS, 440, 956, 763),
          Phone.iphone("iPhone 17", IOS, 402, 874, 681));

  private Phones() {}

  /** The phone of exactly this name. */
  public static Optional<Phone> named(String name) {
    return ALL.stream().filter(phone -> phone.name().equals(name)).findFirst();
  }

  public static List<String> names() {
    return ALL.stream().map(Phone::name).toList();
  }
}
