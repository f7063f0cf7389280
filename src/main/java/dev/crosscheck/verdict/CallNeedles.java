package dev.crosscheck.verdict;

import dev.crosscheck.capture.Haystack;
import dev.crosscheck.scenario.Carries;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.spec.SegmentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is looked for of one call: what it is about, and every value that it carries.
 *
 * @param names event, name and category
 * @param ids of users and groups, which other calls of theirs carry too
 * @param payload properties or traits, value by value
 */
record CallNeedles(Step.Call call, List<Needle> names, List<Needle> ids, List<Needle> payload) {
  static CallNeedles of(Step.Call call, Carries carries) {
    List<Needle> names = new ArrayList<>();
    List<Needle> ids = new ArrayList<>();
    if (call instanceof Step.Track track) {
      names.add(text(call, "event", track.event(), carries));
    } else if (call instanceof Step.Page page) {
      page.name().ifPresent(name -> names.add(text(call, "name", name, carries)));
      page.category().ifPresent(name -> names.add(text(call, "category", name, carries)));
    } else if (call instanceof Step.Screen screen) {
      screen.name().ifPresent(name -> names.add(text(call, "name", name, carries)));
      screen.category().ifPresent(name -> names.add(text(call, "category", name, carries)));
    } else if (call instanceof Step.Identify identify) {
      identify.userId().ifPresent(id -> ids.add(text(call, "userId", id, carries)));
    } else if (call instanceof Step.Group group) {
      ids.add(text(call, "groupId", group.groupId(), carries));
    } else if (call instanceof Step.Alias alias) {
      ids.add(text(call, "userId", alias.userId(), carries));
      alias.previousId().ifPresent(id -> ids.add(text(call, "previousId", id, carries)));
    }
    List<Needle> payload = new ArrayList<>();
    add(payload, call, "", call.payload(), carries);
    return new CallNeedles(call, List.copyOf(names), List.copyOf(ids), List.copyOf(payload));
  }

  private static Needle text(Step.Call call, String field, String value, Carries carries) {
    return new Needle(field, field, StringNode.valueOf(value), carries.of(call, field));
  }

  private static void add(
      List<Needle> needles, Step.Call call, String path, JsonNode value, Carries carries) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field ->
                  add(
                      needles,
                      call,
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      carries));
    } else if (value.isArray()) {
      value.values().forEach(element -> add(needles, call, path, element, carries));
    } else {
      String place = call.call().payload() + "." + path;
      needles.add(new Needle(place, path, value, carries.of(call, path)));
    }
  }

  /**
   * Those by which its messages are known: marked values that the plugin sends on, of the payload
   * where there are some; else its name, or the ids; else the name that the Spec gives its event.
   */
  List<Needle> telling() {
    return Stream.of(marked(payload), marked(names), marked(ids), named())
        .map(needles -> needles.stream().filter(needle -> !needle.isDropped()).toList())
        .filter(needles -> !needles.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<Needle> marked(List<Needle> needles) {
    return needles.stream().filter(Needle::isMarked).toList();
  }

  /** An app's SDK may make events of the app's life itself, so the names of these tell nothing. */
  private List<Needle> named() {
    boolean known =
        call instanceof Step.Track track
            && SegmentSpec.published()
                .event(track.event())
                .filter(event -> !event.isOfAnApp())
                .isPresent();
    return known ? names : List.of();
  }

  /** Every marked value, ids included: none may be there where nothing of the call may go. */
  List<Needle> marked() {
    List<Needle> all = new ArrayList<>(payload);
    all.addAll(names);
    all.addAll(ids);
    return marked(all);
  }

  /** All that must be there, unharmed. */
  List<Needle> carried() {
    List<Needle> all = new ArrayList<>(names);
    all.addAll(ids);
    all.addAll(payload);
    return all.stream().filter(n -> !n.isDropped()).toList();
  }

  /** What of it is not there, or not as it should be. */
  List<Needle.Harm> harms(List<Haystack> told) {
    List<Needle> all = carried();
    return all.stream().flatMap(needle -> needle.harm(told, all).stream()).toList();
  }

  Optional<Needle> first() {
    return telling().stream().findFirst();
  }
}
