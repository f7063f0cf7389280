/** Results as Allure reads them. */
@NullMarked
package dev.crosscheck.adapter.allure;

import org.jspecify.annotations.NullMarked;
