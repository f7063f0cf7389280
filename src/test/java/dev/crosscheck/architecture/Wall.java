package dev.crosscheck.architecture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A package of the core and what it may use: the table of the design, lowest first. What a used
 * package may use itself may be used too.
 */
enum Wall {
  FINDING("finding"),
  MATCH("match"),
  SPEC("spec", FINDING, MATCH),
  CAPTURE("capture", SPEC),
  SCENARIO("scenario", SPEC, CAPTURE),
  SUPPLY("supply", FINDING),
  DEVICE("device", FINDING, SCENARIO, CAPTURE, SUPPLY),
  MOBILE("mobile", DEVICE),
  SEGMENT("segment", SCENARIO, CAPTURE, DEVICE, SUPPLY),
  EVIDENCE("evidence", SCENARIO, CAPTURE, DEVICE),
  VERDICT("verdict", SCENARIO, CAPTURE, EVIDENCE),
  MATRIX("matrix", SCENARIO, DEVICE, VERDICT),
  RUN("run", SEGMENT, EVIDENCE, VERDICT, MATRIX);

  static final String ROOT = "dev.crosscheck";

  private final String name;
  private final List<Wall> uses;

  Wall(String name, Wall... uses) {
    this.name = name;
    this.uses = List.of(uses);
  }

  String packageName() {
    return ROOT + "." + name;
  }

  /** The packages of ours that its classes may speak of, itself included. */
  Set<String> within() {
    Set<String> all = new LinkedHashSet<>(Set.of(packageName()));
    uses.forEach(used -> all.addAll(used.within()));
    return all;
  }
}
