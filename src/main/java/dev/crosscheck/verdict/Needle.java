package dev.crosscheck.verdict;

import dev.crosscheck.capture.Haystack;
import dev.crosscheck.match.Digests;
import dev.crosscheck.match.IsoDates;
import dev.crosscheck.match.Numbers;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Carries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A value of a call that is looked for in what the plugin sent.
 *
 * @param path where it stands in the call: {@code properties.products.sku}
 * @param field the same without {@code properties} or {@code traits}
 * @param value a text, a number, a truth value or null
 * @param how what plugin.yaml says becomes of it
 */
record Needle(String path, String field, JsonNode value, Carries.How how) {
  /** What marks a text as one that is found nowhere else. */
  static final String MARK = "nd-";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What comes before the innermost name. */
  private static final Pattern NESTED = Pattern.compile("^.*[.\\[](?=[^.\\[])", Pattern.DOTALL);

  /** Fewer digits than these may be anything's. */
  private static final int TELLING_DIGITS = 4;

  /** A text that is looked for by itself. */
  static Needle of(String text) {
    return new Needle("", "", StringNode.valueOf(text), Carries.How.KEPT);
  }

  boolean isMarked() {
    return value.isString() && value.stringValue().contains(MARK);
  }

  boolean isDropped() {
    return how == Carries.How.DROPPED;
  }

  /** Whether another one, a text as this is, holds it. */
  boolean isWithin(Needle other) {
    return plain(other).contains(plain(this));
  }

  private static String plain(Needle needle) {
    return needle.value.stringValue().strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether it is there in any form, hashed ones included: enough to know its call by. What is not
   * marked may be a part of anything, and must be the whole of what is there.
   */
  boolean isTold(Haystack haystack) {
    String plain = plain(this);
    boolean whole = !isMarked() && !path.isEmpty();
    List<String> forms = new ArrayList<>(Digests.all(plain));
    forms.add(plain);
    return haystack.leaves().stream()
        .flatMap(leaf -> Stream.of(leaf.text(), leaf.key()))
        .map(there -> there.toLowerCase(Locale.ROOT))
        .anyMatch(
            there ->
                forms.stream().anyMatch(form -> whole ? there.equals(form) : there.contains(form)));
  }

  /**
   * Whether it came as plugin.yaml says; what came instead, where something of that name did.
   *
   * @param beside the other values of its call: where one of them came, that is not it
   */
  Optional<Harm> harm(List<Haystack> haystacks, List<Needle> beside) {
    boolean whole = haystacks.stream().anyMatch(this::isWhole);
    if (whole || value.isNull() && haystacks.stream().noneMatch(this::isNamed)) {
      return Optional.empty();
    }
    String instead =
        haystacks.stream()
            .flatMap(haystack -> haystack.leaves().stream())
            .filter(leaf -> isSame(leaf.key()))
            .findFirst()
            .map(leaf -> leaf.key() + " = " + Wording.of(leaf.value()))
            .or(() -> like(haystacks, beside))
            .orElse("not there");
    return Optional.of(new Harm(this, instead));
  }

  /** As what of what can be declared it did come; empty where as none. */
  Optional<Carries.How> became(List<Haystack> haystacks) {
    return Arrays.stream(Carries.How.values())
        .filter(other -> other != Carries.How.KEPT && other != Carries.How.DROPPED)
        .filter(
            other -> haystacks.stream().anyMatch(new Needle(path, field, value, other)::isWhole))
        .findFirst();
  }

  /** Its name alone: {@code sku}. */
  String last() {
    return field.substring(field.lastIndexOf('.') + 1);
  }

  /** What is wrong about a needle's arrival. */
  record Harm(Needle needle, String instead) {}

  String expected() {
    String shown = Wording.of(value);
    return path + " = " + shown + (how == Carries.How.KEPT ? "" : " as " + how.word());
  }

  private boolean isWhole(Haystack haystack) {
    return haystack.leaves().stream().anyMatch(this::isIn);
  }

  private boolean isNamed(Haystack haystack) {
    return haystack.leaves().stream().anyMatch(leaf -> isSame(leaf.key()));
  }

  private boolean isIn(Haystack.Leaf leaf) {
    if (value.isNumber()) {
      return isNumber(leaf);
    } else if (value.isString()) {
      return isText(leaf);
    }
    return isSame(leaf.key())
        && (leaf.value().equals(value) || leaf.textual() && leaf.text().equals(value.asString()));
  }

  private boolean isNumber(Haystack.Leaf leaf) {
    BigDecimal own = Numbers.parse(value.asString()).orElseThrow();
    BigDecimal wanted = how == Carries.How.CENTS ? own.multiply(HUNDRED) : own;
    boolean textual = leaf.textual() || how == Carries.How.TEXT;
    return Numbers.of(leaf.value(), textual)
        .filter(number -> number.compareTo(wanted) == 0)
        .filter(number -> isTelling(own) || isSame(leaf.key()))
        .isPresent();
  }

  private static boolean isTelling(BigDecimal number) {
    return number.stripTrailingZeros().precision() >= TELLING_DIGITS;
  }

  private boolean isText(Haystack.Leaf leaf) {
    String text = value.stringValue();
    String there = leaf.text();
    return switch (how) {
      case LOWERCASE -> there.contains(text.toLowerCase(Locale.ROOT));
      case UPPERCASE -> there.contains(text.toUpperCase(Locale.ROOT));
      case MD5 -> isDigest(there, "MD5", text);
      case SHA1 -> isDigest(there, "SHA-1", text);
      case SHA256 -> isDigest(there, "SHA-256", text);
      default -> there.contains(text) || leaf.key().contains(text) || isSameTime(text, leaf);
    };
  }

  private static boolean isDigest(String there, String algorithm, String text) {
    String digest = Digests.hex(algorithm, text.strip().toLowerCase(Locale.ROOT));
    return there.toLowerCase(Locale.ROOT).contains(digest);
  }

  /** A time may go in another notation, or as seconds or milliseconds since 1970. */
  private static boolean isSameTime(String text, Haystack.Leaf leaf) {
    Optional<Instant> time = IsoDates.instant(text);
    if (time.isEmpty()) {
      return false;
    }
    return IsoDates.instant(leaf.text()).equals(time)
        || Numbers.of(leaf.value(), true)
            .filter(
                number ->
                    number.compareTo(BigDecimal.valueOf(time.get().toEpochMilli())) == 0
                        || number.compareTo(BigDecimal.valueOf(time.get().toEpochMilli(), 3)) == 0
                        || number.compareTo(BigDecimal.valueOf(time.get().getEpochSecond())) == 0)
            .isPresent();
  }

  /**
   * Partners write {@code orderId} for {@code order_id}, and where nothing can be nested {@code
   * epn.order_id} or {@code cd[order_id]}.
   */
  private boolean isSame(String key) {
    String last = bare(last());
    return bare(key).equals(last) || bare(NESTED.matcher(key).replaceFirst("")).equals(last);
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private boolean isAnotherIn(String there, String text) {
    return isMarked() && !value.stringValue().equals(text) && there.contains(value.stringValue());
  }

  /** A text that begins as it does, where a text of its mark came changed. */
  private Optional<String> like(List<Haystack> haystacks, List<Needle> beside) {
    if (!isMarked()) {
      return Optional.empty();
    }
    String text = value.stringValue();
    String head = text.substring(0, Math.min(text.length(), 12)).toLowerCase(Locale.ROOT);
    return haystacks.stream()
        .flatMap(haystack -> haystack.leaves().stream())
        .map(Haystack.Leaf::text)
        .filter(there -> there.toLowerCase(Locale.ROOT).contains(head))
        .filter(there -> beside.stream().noneMatch(other -> other.isAnotherIn(there, text)))
        .findFirst()
        .map(Wording::quoted);
  }
}
