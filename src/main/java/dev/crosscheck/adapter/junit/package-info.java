/** Results as CI systems read them. */
@NullMarked
package dev.crosscheck.adapter.junit;

import org.jspecify.annotations.NullMarked;
