package dev.crosscheck.verdict;

import dev.crosscheck.scenario.Carries;
import dev.crosscheck.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      names.add(text("event", track.event(), carries));
    } else if (call instanceof Step.Page page) {
      page.name().ifPresent(name -> names.add(text("name", name, carries)));
      page.category().ifPresent(name -> names.add(text("category", name, carries)));
    } else if (call instanceof Step.Screen screen) {
      screen.name().ifPresent(name -> names.add(text("name", name, carries)));
      screen.category().ifPresent(name -> names.add(text("category", name, carries)));
    } else if (call instanceof Step.Identify identify) {
      identify.userId().ifPresent(id -> ids.add(text("userId", id, carries)));
    } else if (call instanceof Step.Group group) {
      ids.add(text("groupId", group.groupId(), carries));
    } else if (call instanceof Step.Alias alias) {
      ids.add(text("userId", alias.userId(), carries));
      alias.previousId().ifPresent(id -> ids.add(text("previousId", id, carries)));
    }
    List<Needle> payload = new ArrayList<>();
    add(payload, call.call().payload(), "", call.payload(), carries);
    return new CallNeedles(call, List.copyOf(names), List.copyOf(ids), List.copyOf(payload));
  }

  private static Needle text(String field, String value, Carries carries) {
    return new Needle(field, field, StringNode.valueOf(value), carries.of(field));
  }

  private static void add(
      List<Needle> needles, String within, String path, JsonNode value, Carries carries) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field ->
                  add(
                      needles,
                      within,
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      carries));
    } else if (value.isArray()) {
      value.values().forEach(element -> add(needles, within, path, element, carries));
    } else {
      needles.add(new Needle(within + "." + path, path, value, carries.of(path)));
    }
  }

  /**
   * Those by which its messages are known: marked values that the plugin sends on, of the payload
   * where there are some; else its name, or the ids.
   */
  List<Needle> telling() {
    List<Needle> own = telling(payload);
    if (!own.isEmpty()) {
      return own;
    }
    List<Needle> named = telling(names);
    return named.isEmpty() ? telling(ids) : named;
  }

  private static List<Needle> telling(List<Needle> needles) {
    return needles.stream().filter(Needle::isMarked).filter(n -> !n.isDropped()).toList();
  }

  /** Every marked value, ids included: none may be there where nothing of the call may go. */
  List<Needle> marked() {
    List<Needle> all = new ArrayList<>(payload);
    all.addAll(names);
    all.addAll(ids);
    return all.stream().filter(Needle::isMarked).toList();
  }

  /** All that must be there, unharmed. */
  List<Needle> carried() {
    List<Needle> all = new ArrayList<>(names);
    all.addAll(ids);
    all.addAll(payload);
    return all.stream().filter(n -> !n.isDropped()).toList();
  }

  Optional<Needle> first() {
    return telling().stream().findFirst();
  }
}
