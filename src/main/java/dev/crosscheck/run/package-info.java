/** Planning, running, settling: the one way of a scenario through the harness. */
@NullMarked
package dev.crosscheck.run;

import org.jspecify.annotations.NullMarked;
