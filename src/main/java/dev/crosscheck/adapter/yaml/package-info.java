/** Reads what a user wrote into values of the core, or tells everything that is wrong with it. */
@NullMarked
package dev.crosscheck.adapter.yaml;

import org.jspecify.annotations.NullMarked;
