/** Segment's side of a cell: what its CDN and API answer, and the page that embeds its SDK. */
@NullMarked
package dev.crosscheck.segment;

import org.jspecify.annotations.NullMarked;
