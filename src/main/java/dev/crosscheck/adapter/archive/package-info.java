/**
 * What a run leaves on disk as data, written and read: captures, evidence, verdicts, the matrix.
 */
@NullMarked
package dev.crosscheck.adapter.archive;

import org.jspecify.annotations.NullMarked;
