/** Patterns over JSON values: what an expectation says of a value, and how far a value differs. */
@NullMarked
package dev.crosscheck.match;

import org.jspecify.annotations.NullMarked;
