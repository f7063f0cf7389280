/** What went over the wire, what it meant, and the ports of whoever records it. */
@NullMarked
package dev.crosscheck.capture;

import org.jspecify.annotations.NullMarked;
