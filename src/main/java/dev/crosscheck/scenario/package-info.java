/** What a user wrote: scenarios, plugins, their steps and expectations. */
@NullMarked
package dev.crosscheck.scenario;

import org.jspecify.annotations.NullMarked;
