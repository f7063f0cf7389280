/** A session with a host app, whatever phone it is on: what the app is told, shows and dies of. */
@NullMarked
package dev.crosscheck.mobile;

import org.jspecify.annotations.NullMarked;
