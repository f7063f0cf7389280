/** Writes the host app with a partner's plugin in it, as a project for the platform's own tools. */
@NullMarked
package dev.crosscheck.adapter.hostapp;

import org.jspecify.annotations.NullMarked;
