package dev.crosscheck.adapter.appium.pretended;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A phone with an app that does nothing but remember what was done to it. */
public final class FakePhone implements Phone {
  private final List<String> acts = new CopyOnWriteArrayList<>();
  private volatile Listener listener = (pid, level, tag, text) -> {};
  private volatile int pid;
  private volatile boolean inFront;

  public List<String> acts() {
    return List.copyOf(acts);
  }

  void logs(String level, String tag, String text) {
    listener.logged(pid, level, tag, text);
  }

  @Override
  public void heardBy(Listener who) {
    listener = who;
  }

  @Override
  public void networkAt(int port) {}

  @Override
  public String packageName() {
    return "com.acme.app";
  }

  @Override
  public String activity() {
    return "com.acme.app.MainActivity";
  }

  @Override
  public boolean opens(String uri) {
    return uri.startsWith("acme:");
  }

  @Override
  public boolean asksFor(String permission) {
    return permission.equals("android.permission.CAMERA");
  }

  @Override
  public OptionalInt pid() {
    return pid == 0 ? OptionalInt.empty() : OptionalInt.of(pid);
  }

  @Override
  public boolean isInFront() {
    return inFront;
  }

  @Override
  public Optional<String> state() {
    return pid == 0 ? Optional.empty() : Optional.of("{\"acts\":" + acts.size() + "}");
  }

  @Override
  public boolean receives(String component) {
    return component.equals("com.acme.app/.Receiver");
  }

  @Override
  public CompletableFuture<Void> broadcast(String uri) {
    pid = pid == 0 ? 4711 : pid;
    return did("broadcast " + uri);
  }

  private CompletableFuture<Void> did(String act) {
    acts.add(act);
    return CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<Void> comesUp(String act) {
    pid = pid == 0 ? 4711 : pid;
    inFront = true;
    return did(act);
  }

  private CompletableFuture<Void> goes(String act) {
    pid = 0;
    inFront = false;
    return did(act);
  }

  @Override
  public CompletableFuture<Void> launch() {
    return comesUp("launch");
  }

  @Override
  public CompletableFuture<Void> link(String uri) {
    return comesUp("link " + uri);
  }

  @Override
  public CompletableFuture<Void> home() {
    inFront = false;
    return did("home");
  }

  @Override
  public CompletableFuture<Void> stop() {
    return goes("stop");
  }

  @Override
  public CompletableFuture<Void> clear() {
    return goes("clear");
  }

  @Override
  public CompletableFuture<Void> rotate(boolean landscape) {
    return did("rotate " + landscape);
  }

  @Override
  public CompletableFuture<Void> appearance(boolean dark) {
    return did("appearance " + dark);
  }

  @Override
  public CompletableFuture<Void> permission(String name, boolean granted) {
    return did("permission " + name + " " + granted);
  }

  @Override
  public CompletableFuture<Void> online(boolean online) {
    return did("online " + online);
  }

  @Override
  public CompletableFuture<byte[]> screenshot() {
    return CompletableFuture.completedFuture(new byte[] {1, 2, 3});
  }

  @Override
  public void close() {}
}
