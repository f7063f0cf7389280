/** The Segment Spec as data: its calls, fields and semantic events, and events held against it. */
@NullMarked
package dev.crosscheck.spec;

import org.jspecify.annotations.NullMarked;
