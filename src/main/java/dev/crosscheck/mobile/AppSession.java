package dev.crosscheck.mobile;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.device.Session;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.device.Waiting;
import dev.crosscheck.scenario.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One user of the app. Steps go to it as links; what it shows tells what the SDK took. */
public final class AppSession implements Session {
  /** How long a call that the SDK may hold is waited for. */
  private static final Duration QUEUED = Duration.ofMillis(100);

  private static final String NO_MESSAGE = "no push message came to the app";

  private final App app;
  private final Deployment.MobileApp deployed;
  private final InstantSource clock;
  private final Consumer<String> sdkVersion;
  private final AppWatch watch;
  private final Set<Integer> queued = new LinkedHashSet<>();
  private boolean held;
  private int steps;

  /**
   * Begins to start the app, whose process is there.
   *
   * @param app is the session's own from now on
   * @param sdkVersion hears of the version of its SDK, once the app has told it
   */
  public AppSession(
      App app, Deployment.MobileApp deployed, InstantSource clock, Consumer<String> sdkVersion) {
    this.app = app;
    this.sdkVersion = sdkVersion;
    this.deployed = deployed;
    this.clock = clock;
    this.held = deployed.late().isPresent();
    this.watch = new AppWatch(app, clock);
    app.heardBy(watch);
    watch.told(app.link(AppSteps.start(deployed)));
  }

  @Override
  public void ready(Deadline by) throws StepNotTaken {
    deployed.late().ifPresent(settings -> settings.complete(null));
    held = false;
    String what = "load the plugin";
    watch.await(what, now -> now.isReady() || now.failure().isPresent(), by);
    sdkVersion.accept(watch.now().sdkVersion());
    if (watch.now().failure().isPresent()) {
      throw new StepNotTaken("'" + what + "' was not taken: " + watch.now().failure().get());
    }
  }

  @Override
  public Acknowledgement perform(Step.OnDevice step, Deadline by) throws StepNotTaken {
    int number = steps++;
    String what = step.describe();
    if (step instanceof Step.Call call) {
      return taken(number, what, AppSteps.call(number, call), by);
    } else if (step instanceof Step.Push push) {
      return pushed(number, push, by);
    } else if (step instanceof Step.Opt opt) {
      return taken(number, what, AppSteps.opt(number, opt), by);
    } else if (step instanceof Step.Flush) {
      return taken(number, what, AppSteps.plain(number, "flush"), by);
    } else if (step instanceof Step.Reset) {
      return taken(number, what, AppSteps.plain(number, "reset"), by);
    } else if (step instanceof Step.Ready) {
      ready(by);
    } else if (step instanceof Step.Relaunch) {
      anew(what, app::relaunch, by);
    } else if (step instanceof Step.Background) {
      commanded(what, app.background(), by);
    } else if (step instanceof Step.Foreground) {
      commanded(what, app.foreground(), by);
    } else if (step instanceof Step.DeepLink link) {
      commanded(what, app.follow(link.url()), by);
    } else if (step instanceof Step.Rotate rotate) {
      commanded(what, app.rotate(rotate.orientation()), by);
    } else if (step instanceof Step.Appearance appearance) {
      commanded(what, app.appearance(appearance.look()), by);
    } else if (step instanceof Step.Permission permission) {
      permit(what, permission, by);
    } else {
      throw new IllegalArgumentException("apps have no step '" + what + "'");
    }
    return new Acknowledgement(
        number, clock.instant(), false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Acknowledgement taken(int number, String what, String link, Deadline by)
      throws StepNotTaken {
    watch.told(app.link(link));
    watch.await(what, now -> now.hasMade(number), by);
    return taken(number, what, by);
  }

  private Acknowledgement pushed(int number, Step.Push push, Deadline by) throws StepNotTaken {
    String what = push.describe();
    if (push.moment() == Step.Push.Moment.OPENED) {
      commanded(what, app.foreground(), by);
    }
    Optional<CompletableFuture<?>> delivery =
        push.moment() == Step.Push.Moment.RECEIVED
            ? app.push(push.payload(), AppSteps.pushJson(number, push).toString())
            : Optional.empty();
    if (delivery.isEmpty()) {
      return taken(number, what, AppSteps.push(number, push), by);
    }
    commanded(what, delivery.get(), by);
    watch.await(what, now -> now.hasMade(number), NO_MESSAGE, by);
    return taken(number, what, by);
  }

  /** A step that the app has made. */
  private Acknowledgement taken(int number, String what, Deadline by) throws StepNotTaken {
    if (held) {
      watch.await(now -> now.taken(number).isPresent() || now.crash().isPresent(), by.orIn(QUEUED));
      if (watch.now().taken(number).isEmpty() && watch.now().crash().isEmpty()) {
        queued.add(number);
        return acknowledgement(number, true, Optional.empty());
      }
    }
    watch.await(what, now -> now.taken(number).isPresent(), by);
    return acknowledgement(number, false, watch.now().taken(number));
  }

  private void permit(String what, Step.Permission permission, Deadline by) throws StepNotTaken {
    Supplier<CompletableFuture<?>> change =
        () -> app.permission(permission.name(), permission.granted());
    if (app.endsFor(permission.granted())) {
      anew(what, change, by);
    } else {
      commanded(what, change.get(), by);
    }
  }

  /**
   * Another process of the app: what was queued in memory is gone with the one before; what the SDK
   * kept on disk is not.
   */
  private void anew(String what, Supplier<CompletableFuture<?>> command, Deadline by)
      throws StepNotTaken {
    queued.clear();
    watch.begins();
    commanded(what, command.get(), by);
    watch.await(what, AppState::isReady, by);
  }

  private void commanded(String what, CompletableFuture<?> command, Deadline by)
      throws StepNotTaken {
    try {
      Waiting.await(CompletableFuture.anyOf(command, watch.crash()), by);
    } catch (TimeoutException e) {
      throw watch.notTaken(what);
    } catch (CommandFailed e) {
      throw new StepNotTaken("'" + what + "' was not taken: " + e.getMessage());
    }
    if (watch.now().crash().isPresent()) {
      throw watch.notTaken(what);
    }
  }

  @Override
  public List<Acknowledgement> acknowledged(Deadline by) throws StepNotTaken {
    List<Acknowledgement> late = new ArrayList<>();
    for (int number : List.copyOf(queued)) {
      watch.await("take what was queued", now -> now.taken(number).isPresent(), by);
      late.add(acknowledgement(number, false, watch.now().taken(number)));
      queued.remove(number);
    }
    return late;
  }

  @Override
  public void online(boolean online, Deadline by) {
    Waiting.await("connectivity", app.online(online), by);
  }

  @Override
  public Observation observe(Probe what, Deadline by) {
    if (what instanceof Probe.Screenshot) {
      return new Observation.Screenshot(Waiting.await("a screenshot", app.screenshot(), by));
    } else if (what instanceof Probe.Console) {
      return watch.console();
    }
    throw new IllegalArgumentException("an app cannot show " + what);
  }

  @Override
  public boolean isAlive() {
    return watch.isAlive();
  }

  @Override
  public void leave(Deadline by) {
    if (watch.now().crash().isEmpty()) {
      Waiting.await("leaving the app", app.leave(), by);
    }
  }

  @Override
  public void close() {
    if (watch.close()) {
      return;
    }
    deployed.late().ifPresent(settings -> settings.complete(null));
    app.close();
  }

  private Acknowledgement acknowledgement(
      int number, boolean queued, Optional<JsonNode> acknowledged) {
    Instant at = clock.instant();
    return new Acknowledgement(
        number,
        at,
        queued,
        text(acknowledged, "messageId"),
        text(acknowledged, "anonymousId"),
        text(acknowledged, "userId"));
  }

  private static Optional<String> text(Optional<JsonNode> node, String field) {
    return node.map(ack -> ack.path(field).asString("")).filter(value -> !value.isEmpty());
  }
}
