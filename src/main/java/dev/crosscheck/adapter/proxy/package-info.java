/** The capturing proxy: answers every host itself, over TLS too, and records what it was asked. */
@NullMarked
package dev.crosscheck.adapter.proxy;

import org.jspecify.annotations.NullMarked;
