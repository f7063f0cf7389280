/** All that a judge may know of one attempt at a cell, and the port that keeps it. */
@NullMarked
package dev.crosscheck.evidence;

import org.jspecify.annotations.NullMarked;
