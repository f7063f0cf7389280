/** What people open: a page and a summary. */
@NullMarked
package dev.crosscheck.adapter.report;

import org.jspecify.annotations.NullMarked;
