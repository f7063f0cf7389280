/**
 * Browsers, driven through a WebDriver server by WebDriver BiDi alone.
 *
 * <p>What a page can still tell from a customer's browser, and what was done about the rest:
 *
 * <ul>
 *   <li>{@code navigator.webdriver} is false (the AutomationControlled feature is off).
 *   <li>The user agent says {@code Chrome}, not {@code HeadlessChrome}, since partners' libraries
 *       drop what they take for a robot; client hints stay Chromium's own ({@code
 *       userAgentData.getHighEntropyValues} has an empty {@code fullVersionList}, because a user
 *       agent given on the command line leaves it out).
 *   <li>Still there: the profile is an off-the-record one, without extensions; there is no GPU;
 *       certificates are the recorder's; the screen is the headless one.
 * </ul>
 */
@NullMarked
package dev.crosscheck.adapter.selenium;

import org.jspecify.annotations.NullMarked;
