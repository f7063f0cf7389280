/** The Segment Spec as data: its calls and their names. */
@NullMarked
package dev.crosscheck.spec;

import org.jspecify.annotations.NullMarked;
