/** Finds programs on this machine and fetches what is missing: PATH, apt, Selenium Manager, npm. */
@NullMarked
package dev.crosscheck.adapter.supply;

import org.jspecify.annotations.NullMarked;
