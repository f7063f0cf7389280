/** A made-up run with every verdict in it, for the tests of whatever shows or stores a run. */
@NullMarked
package dev.crosscheck.sample;

import org.jspecify.annotations.NullMarked;
