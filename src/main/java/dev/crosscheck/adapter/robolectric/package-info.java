/**
 * Android embedded in child JVMs: the host app on Robolectric, which this package itself never
 * loads.
 */
@NullMarked
package dev.crosscheck.adapter.robolectric;

import org.jspecify.annotations.NullMarked;
