package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Observation;
import dev.crosscheck.scenario.Locator;
import java.util.concurrent.CompletableFuture;

/** The elements of a page, in its frames too, and the hand that clicks and types. */
interface Elements {

  /** Completes once the element is there, is visible, and has been clicked. */
  CompletableFuture<?> click(Locator locator);

  /** Clicks, then types. */
  CompletableFuture<?> type(Locator locator, String text);

  /** The element as it is now. */
  CompletableFuture<Observation.Element> observe(Locator locator);
}
