/** WebDriver servers that are started on this machine. */
@NullMarked
package dev.crosscheck.adapter.local;

import org.jspecify.annotations.NullMarked;
