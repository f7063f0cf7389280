package dev.crosscheck.adapter.selenium;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Crosscheck's agent in the page ({@code harness/web/agent.js}), as far as it is asked here. */
final class PageAgent {
  private static final long ASKING_MS = 1_000;
  private static final String MUTE = "the page does not answer: a script on it does not end";

  private final Tab tab;

  PageAgent(Tab tab) {
    this.tab = tab;
  }

  /** Completes once analytics.js and the plugin are ready; {@link ScriptThrew} says why not. */
  CompletableFuture<String> ready() {
    return tab.call("() => crosscheck.ready()");
  }

  /** Completes once analytics.js is up. */
  CompletableFuture<String> sdkReady() {
    return tab.call("() => crosscheck.sdkUp()");
  }

  /** Completes with the acknowledgement of a step. */
  CompletableFuture<JsonNode> perform(ObjectNode step) {
    return json("async step => JSON.stringify(await crosscheck.perform(JSON.parse(step)))", step);
  }

  /** Completes once what the user says has been told to Segment's consent tools. */
  CompletableFuture<String> consent(ObjectNode categories) {
    return tab.call(
        "categories => crosscheck.consent(JSON.parse(categories))", categories.toString());
  }

  /** Completes with the late acknowledgements, once nothing is queued any more. */
  CompletableFuture<JsonNode> acknowledged() {
    return json("async () => JSON.stringify(await crosscheck.acknowledged())");
  }

  /** Completes with a list of what scripts have changed of the browser's own. */
  CompletableFuture<JsonNode> globals() {
    return json("() => crosscheck.globals()");
  }

  /** Completes once {@code navigator.onLine} says so. */
  CompletableFuture<String> online(boolean online) {
    return tab.call(
        """
        online => new Promise(resolve => {
          const look = () => String(navigator.onLine) === online && resolve();
          addEventListener('online', look);
          addEventListener('offline', look);
          look();
        })""",
        String.valueOf(online));
  }

  /** Completes once the page is {@code visible} or {@code hidden}. */
  CompletableFuture<String> visibility(String state) {
    return tab.call(
        """
        state => new Promise(resolve => {
          const look = () => document.visibilityState === state && resolve();
          document.addEventListener('visibilitychange', look);
          look();
        })""",
        state);
  }

  /** What the page says it waits for, within a second; empty where it waits for nothing. */
  String state() {
    return tab.call(
            "() => typeof crosscheck === 'undefined' ? 'the page has not loaded'"
                + " : crosscheck.state()")
        .completeOnTimeout(MUTE, ASKING_MS, TimeUnit.MILLISECONDS)
        .exceptionally(failure -> "the page cannot be asked: " + failure.getMessage())
        .join();
  }

  private CompletableFuture<JsonNode> json(String function, ObjectNode... argument) {
    String[] arguments =
        argument.length == 0 ? new String[0] : new String[] {argument[0].toString()};
    return tab.call(function, arguments)
        .thenApply(text -> Json.read(text.isEmpty() ? "null" : text));
  }
}
