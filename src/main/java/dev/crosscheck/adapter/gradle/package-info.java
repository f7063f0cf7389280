/** Writes the host app with a partner's plugin in it, as a Gradle project for Android. */
@NullMarked
package dev.crosscheck.adapter.gradle;

import org.jspecify.annotations.NullMarked;
