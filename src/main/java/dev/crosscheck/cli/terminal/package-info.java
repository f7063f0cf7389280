/** Shows text on a terminal or anywhere else, and knows nothing of what it says. */
@NullMarked
package dev.crosscheck.cli.terminal;

import org.jspecify.annotations.NullMarked;
