/** All cells of a run with their verdicts, and the rule that says when they make a full suite. */
@NullMarked
package dev.crosscheck.matrix;

import org.jspecify.annotations.NullMarked;
