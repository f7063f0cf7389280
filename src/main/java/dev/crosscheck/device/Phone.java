package dev.crosscheck.device;

/**
 * A phone that a browser can be made to look like: the browser's engine, a phone's screen and name.
 *
 * @param name as its maker calls it, and as devices.yaml does: {@code Pixel 7}
 * @param system {@code Android} or {@code iOS}
 * @param systemVersion as user agents write it
 * @param model as user agents write it; empty where they write none
 * @param width of the page in CSS pixels, in portrait
 * @param height of the page in CSS pixels, in portrait
 * @param pixelRatio device pixels to a CSS pixel
 */
public record Phone(
    String name,
    String system,
    String systemVersion,
    String model,
    int width,
    int height,
    double pixelRatio) {}
