/** The devices of a matrix and the ports through which one is driven. */
@NullMarked
package dev.crosscheck.device;

import org.jspecify.annotations.NullMarked;
