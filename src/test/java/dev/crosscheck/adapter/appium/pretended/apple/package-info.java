/**
 * A Mac with simulators, as far as Appium's XCUITest driver asks: Apple's tools, WebDriverAgent,
 * and a stand-in for the host app behind it. It shows our side only: nothing of Apple's is in it.
 */
@NullMarked
package dev.crosscheck.adapter.appium.pretended.apple;

import org.jspecify.annotations.NullMarked;
