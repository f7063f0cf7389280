/**
 * Builds a plugin's web part with esbuild, and reads Segment's published files, both on Node.js.
 */
@NullMarked
package dev.crosscheck.adapter.esbuild;

import org.jspecify.annotations.NullMarked;
