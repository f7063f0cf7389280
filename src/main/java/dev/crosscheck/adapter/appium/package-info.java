/** Phones that Appium drives, by its Java client. */
@NullMarked
package dev.crosscheck.adapter.appium;

import org.jspecify.annotations.NullMarked;
