/** The command line and the wiring: the only code that knows every adapter, prints or exits. */
@NullMarked
package dev.crosscheck.cli;

import org.jspecify.annotations.NullMarked;
