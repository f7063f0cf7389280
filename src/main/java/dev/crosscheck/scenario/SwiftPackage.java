package dev.crosscheck.scenario;

/**
 * A product of a Swift package.
 *
 * @param url of its repository
 * @param version the exact one
 * @param product the library that the app links, such as {@code Mixpanel}
 */
public record SwiftPackage(String url, String version, String product) {}
