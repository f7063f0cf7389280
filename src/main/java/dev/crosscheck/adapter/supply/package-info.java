/**
 * Finds programs on this machine and fetches what is missing: PATH, apt, Selenium Manager, npm,
 * Maven.
 */
@NullMarked
package dev.crosscheck.adapter.supply;

import org.jspecify.annotations.NullMarked;
