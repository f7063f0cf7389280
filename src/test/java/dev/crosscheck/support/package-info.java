/** What several tests stand on. */
@NullMarked
package dev.crosscheck.support;

import org.jspecify.annotations.NullMarked;
