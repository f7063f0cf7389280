/**
 * The far side of adb, pretended: the daemon of a device, its shell and its UiAutomator2 server,
 * and the {@code emulator} program. Behind them stands a {@link
 * dev.crosscheck.adapter.appium.pretended.Phone}. What the pretence is asked and does not know
 * fails the test.
 */
@NullMarked
package dev.crosscheck.adapter.appium.pretended;

import org.jspecify.annotations.NullMarked;
