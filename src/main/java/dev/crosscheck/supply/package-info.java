/** The port through which programs and packages are found or fetched. */
@NullMarked
package dev.crosscheck.supply;

import org.jspecify.annotations.NullMarked;
