package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.capture.Body;
import dev.crosscheck.mobile.App;
import dev.crosscheck.scenario.Step;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The app in the JVM for Android. */
final class EmbeddedApp implements App {
  private final ChildJvm jvm;
  private final Runnable whenClosed;

  EmbeddedApp(ChildJvm jvm, Runnable whenClosed) {
    this.jvm = jvm;
    this.whenClosed = whenClosed;
  }

  @Override
  public void heardBy(Listener who) {
    jvm.heardBy(who);
  }

  @Override
  public CompletableFuture<String> link(String uri) {
    return jvm.ask("link", uri);
  }

  @Override
  public CompletableFuture<String> follow(String uri) {
    return jvm.ask("follow", uri);
  }

  @Override
  public CompletableFuture<String> background() {
    return jvm.ask("background");
  }

  @Override
  public CompletableFuture<String> foreground() {
    return jvm.ask("foreground");
  }

  @Override
  public CompletableFuture<String> relaunch() {
    return jvm.ask("relaunch");
  }

  @Override
  public CompletableFuture<String> rotate(Step.Rotate.Orientation to) {
    return jvm.ask("rotate", to.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public CompletableFuture<String> appearance(Step.Appearance.Look look) {
    return jvm.ask("appearance", look.word());
  }

  @Override
  public CompletableFuture<String> permission(String name, boolean granted) {
    return jvm.ask("permission", name, granted ? "granted" : "denied");
  }

  @Override
  public CompletableFuture<String> online(boolean online) {
    return jvm.ask("online", String.valueOf(online));
  }

  @Override
  public CompletableFuture<Body> screenshot() {
    return jvm.ask("screenshot").thenApply(png -> Body.of(Base64.getDecoder().decode(png)));
  }

  @Override
  public CompletableFuture<String> whereabouts() {
    return jvm.ask("where");
  }

  @Override
  public CompletableFuture<String> leave() {
    return jvm.ask("leave");
  }

  @Override
  public Optional<String> ended() {
    return jvm.isAlive() ? Optional.empty() : Optional.of("the JVM for Android has ended");
  }

  @Override
  public void close() {
    whenClosed.run();
  }
}
