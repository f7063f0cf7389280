/**
 * Browsers: Chromium by WebDriver BiDi through its driver, Firefox by the WebDriver BiDi that it
 * serves itself, and WebKit, which has none, by classic WebDriver with a browser for each session;
 * Safari by the same, a session at a time.
 *
 * <p>What a page can still tell from a customer's browser, and what was done about the rest:
 *
 * <ul>
 *   <li>{@code navigator.webdriver} is false (in Chromium the AutomationControlled feature is off;
 *       Firefox has no preference for it, but tells its pages by a flag, which is taken back).
 *   <li>Chromium's user agent says {@code Chrome}, not {@code HeadlessChrome}, since partners'
 *       libraries drop what they take for a robot; client hints stay Chromium's own ({@code
 *       userAgentData.getHighEntropyValues} has an empty {@code fullVersionList}, because a user
 *       agent given on the command line leaves it out).
 *   <li>Still there: the profile is an off-the-record one, without extensions; there is no GPU;
 *       certificates are the recorder's; the screen is the headless one.
 *   <li>Firefox takes the run's authority as if its user had imported it, told so through the
 *       window of the browser itself, so that any other certificate stays refused. Nobody looks for
 *       revoked certificates there, and no list of trackers is loaded.
 * </ul>
 *
 * <p>WebKit's driver says less and does less, so a script of ours does the rest on its pages:
 *
 * <ul>
 *   <li>The console is kept by watching the page's own window: what frames of other origins write,
 *       and what the engine itself says, such as blocked requests without TLS, is not seen.
 *   <li>{@code navigator.webdriver} is false in the page, and true in frames of other origins.
 *   <li>Every certificate is taken, since no authority can be named; all goes through the recorder,
 *       so no other can be met.
 *   <li>Only cookies of the page's own site can be listed, WPE's page cannot be hidden, and neither
 *       learns from {@code navigator.onLine} that there is no network. What a scenario claims of
 *       the first two is skipped, with that reason.
 * </ul>
 *
 * <p>Of Safari the same is held, as far as it is read: no Mac has run it here. What is more, it is
 * led by its whole Mac's proxy, and shares the recording with the Mac's other programs.
 *
 * <p>An emulated phone is Chromium with a phone's screen, touch, layout and user agent; an iPhone's
 * has the words of Chrome on iOS and no WebKit. Pages, their frames, reloads and requests agree on
 * it. What does not:
 *
 * <ul>
 *   <li>Workers have the phone's user agent, but {@code navigator.platform} is the machine's and
 *       {@code userAgentData.brands} is empty; an iPhone's workers still have {@code
 *       userAgentData}, and its shared and service workers a desktop's.
 *   <li>{@code navigator.platform} of pages is set by a script, for want of a command, and so is an
 *       iPhone's want of {@code navigator.userAgentData}.
 *   <li>A window that a page opens has the phone's screen, but a desktop's layout without {@code
 *       <meta name=viewport>}, and its outer size.
 *   <li>Engine, fonts, codecs, memory and graphics are the machine's; {@code Intl}, plugins and
 *       permissions are a desktop Chromium's.
 * </ul>
 */
@NullMarked
package dev.crosscheck.adapter.selenium;

import org.jspecify.annotations.NullMarked;
