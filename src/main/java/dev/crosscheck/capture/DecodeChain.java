package dev.crosscheck.capture;

import dev.crosscheck.match.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The steps from what one request or frame carried to the values in it. */
final class DecodeChain {
  /** More messages in one body are no batch but an attack on memory. */
  private static final int MOST = 10_000;

  private final HttpRequest request;
  private final List<DecodeStep> steps;

  DecodeChain(HttpRequest request, List<DecodeStep> steps) {
    this.request = request;
    boolean started = !steps.isEmpty() && steps.get(0) instanceof DecodeStep.Start;
    List<DecodeStep> whole = new ArrayList<>(steps);
    if (!started) {
      whole.add(0, new DecodeStep.FromBody());
    }
    this.steps = List.copyOf(whole);
  }

  boolean startsAtBody() {
    return steps.get(0) instanceof DecodeStep.FromBody;
  }

  List<DecodeState> run(Body body) throws Undecodable {
    DecodeStep first = steps.get(0);
    DecodeState start;
    try {
      start = start(first, body);
    } catch (Undecodable nothing) {
      throw nothing.at(first);
    }
    return rest(start, steps.subList(1, steps.size()));
  }

  private DecodeState start(DecodeStep first, Body body) throws Undecodable {
    if (first instanceof DecodeStep.FromQuery) {
      return DecodeState.ofText(FormText.parse(request.query()));
    } else if (first instanceof DecodeStep.FromPath) {
      return DecodeState.ofText(StringNode.valueOf(request.path()));
    } else if (first instanceof DecodeStep.FromHeader header) {
      String value =
          request
              .header(header.name())
              .orElseThrow(() -> new Undecodable("no header '" + header.name() + "'"));
      return DecodeState.ofText(StringNode.valueOf(value));
    }
    if (body.isTruncated() && steps.size() > 1) {
      int kept = body.bytes().length;
      throw new Undecodable("only " + kept + " of " + body.size() + " bytes were kept");
    }
    return DecodeState.of(body);
  }

  private List<DecodeState> rest(DecodeState state, List<DecodeStep> steps) throws Undecodable {
    if (steps.isEmpty()) {
      return List.of(state);
    }
    DecodeStep step = steps.get(0);
    List<DecodeStep> then = steps.subList(1, steps.size());
    if (step instanceof DecodeStep.Maybe maybe) {
      return maybe(state, maybe, then);
    }
    List<DecodeState> all = new ArrayList<>();
    for (DecodeState next : perform(step, state)) {
      all.addAll(rest(next, then));
      try {
        atMost(all.size(), all);
      } catch (Undecodable tooMany) {
        throw tooMany.at(step);
      }
    }
    return all;
  }

  /** Without the step if the rest can do without it, else with it. */
  private List<DecodeState> maybe(DecodeState state, DecodeStep.Maybe maybe, List<DecodeStep> then)
      throws Undecodable {
    if (then.isEmpty()) {
      return last(state, maybe.step());
    }
    Undecodable without;
    try {
      return rest(state, then);
    } catch (Undecodable needed) {
      without = needed;
    }
    try {
      return rest(state, prepend(maybe.step(), then));
    } catch (Undecodable with) {
      String reason = with.step() + ": " + with.reason() + "; without it, " + without.reason();
      throw new Undecodable(reason).at(maybe);
    }
  }

  private List<DecodeState> last(DecodeState state, DecodeStep step) {
    if (state.value().filter(value -> !value.isString()).isPresent()) {
      return List.of(state);
    }
    try {
      return perform(step, state);
    } catch (Undecodable notSo) {
      return List.of(state);
    }
  }

  private static List<DecodeStep> prepend(DecodeStep step, List<DecodeStep> then) {
    List<DecodeStep> all = new ArrayList<>(then);
    all.add(0, step);
    return all;
  }

  private List<DecodeState> perform(DecodeStep step, DecodeState state) throws Undecodable {
    try {
      if (step instanceof DecodeStep.Lines) {
        return lines(state);
      } else if (step instanceof DecodeStep.Each) {
        return each(state);
      }
      return List.of(one(step, state));
    } catch (Undecodable failure) {
      throw failure.at(step);
    }
  }

  private DecodeState one(DecodeStep step, DecodeState state) throws Undecodable {
    if (step instanceof DecodeStep.Form form) {
      return form(form.field(), state);
    } else if (step instanceof DecodeStep.Multipart multipart) {
      return multipart(multipart.part(), state);
    } else if (step instanceof DecodeStep.Base64) {
      return state.bytes(Base64Text.decode(state.toText()));
    } else if (step instanceof DecodeStep.Gunzip) {
      return state.bytes(Decompression.gunzip(state.toBytes()));
    } else if (step instanceof DecodeStep.Inflate) {
      return state.bytes(Decompression.inflate(state.toBytes()));
    } else if (step instanceof DecodeStep.Brotli) {
      return state.bytes(Decompression.brotli(state.toBytes()));
    } else if (step instanceof DecodeStep.Json) {
      return state.read(JsonText.read(state.toBytes()), false);
    } else if (step instanceof DecodeStep.At at) {
      return state.inside(there(state.toValue(), at.path()), state.textual());
    }
    throw new Undecodable("can only come first");
  }

  private static DecodeState form(String field, DecodeState state) throws Undecodable {
    // a query is a form already
    boolean parsed = state.value().filter(JsonNode::isObject).isPresent();
    JsonNode fields = parsed ? state.toValue() : FormText.parse(state.toText());
    if (field.equals("*")) {
      return state.read(fields, true);
    }
    JsonNode value = fields.path(field);
    if (value.isMissingNode()) {
      throw new Undecodable("no field '" + field + "'");
    }
    return value.isString() ? state.text(Body.of(value.stringValue())) : state.inside(value, true);
  }

  private DecodeState multipart(String part, DecodeState state) throws Undecodable {
    Map<String, Body> parts = Multipart.parts(state.toBytes(), request.header("content-type"));
    if (part.equals("*")) {
      ObjectNode fields = JsonNodeFactory.instance.objectNode();
      parts.forEach((name, body) -> fields.put(name, body.text()));
      return state.read(fields, true);
    }
    Body body = parts.get(part);
    if (body == null) {
      throw new Undecodable("no part '" + part + "'");
    }
    return state.text(body);
  }

  private static JsonNode there(JsonNode value, String path) throws Undecodable {
    JsonNode found = new FieldPath(path).in(value);
    if (found.isMissingNode()) {
      throw new Undecodable("nothing at '" + path + "'");
    }
    return found;
  }

  private static List<DecodeState> lines(DecodeState state) throws Undecodable {
    List<DecodeState> lines =
        state
            .toText()
            .lines()
            .filter(line -> !line.isBlank())
            .limit(MOST + 1L)
            .map(line -> state.text(Body.of(line)))
            .toList();
    return atMost(lines.size(), lines);
  }

  private static List<DecodeState> each(DecodeState state) throws Undecodable {
    JsonNode value = state.toValue();
    if (!value.isArray()) {
      return List.of(state);
    }
    List<DecodeState> first =
        value.values().stream()
            .limit(MOST)
            .map(element -> state.inside(element, state.textual()))
            .toList();
    return atMost(value.size(), first);
  }

  private static List<DecodeState> atMost(int size, List<DecodeState> states) throws Undecodable {
    if (size > MOST) {
      throw new Undecodable("more than " + MOST + " messages in one body");
    }
    return states;
  }
}
