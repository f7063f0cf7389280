/** What is wrong in a user's file, where, and what to do about it. */
@NullMarked
package dev.crosscheck.finding;

import org.jspecify.annotations.NullMarked;
