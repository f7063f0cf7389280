/** Judging: evidence in, verdict out, without a clock and without IO. */
@NullMarked
package dev.crosscheck.verdict;

import org.jspecify.annotations.NullMarked;
