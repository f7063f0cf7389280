package dev.crosscheck.adapter.yaml;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every rule that a file can break, by the name that stands in a finding's brackets. */
enum Rule {
  // a file as such
  MISSING_FILE,
  UNREADABLE_FILE,
  FILE_TOO_LARGE,
  NOT_UTF8,
  WRONG_ENDING,
  BAD_NAME,
  MISPLACED_FILE,
  PATH_ESCAPES,
  // YAML
  NOT_YAML,
  EMPTY_FILE,
  MULTI_DOCUMENT,
  TOO_DEEP,
  TOO_MANY_ALIASES,
  ALIAS_BOMB,
  ALIAS_LOOP,
  TAG,
  MERGE_KEY,
  DUPLICATE_KEY,
  AMBIGUOUS_NUMBER,
  NUMBER_OUT_OF_RANGE,
  // words and shapes
  UNKNOWN_KEY,
  UNKNOWN_STEP,
  UNKNOWN_EXPECTATION,
  UNKNOWN_VALUE,
  UNKNOWN_MATCHER,
  UNKNOWN_MESSAGE_TYPE,
  UNKNOWN_DEVICE,
  UNKNOWN_WAIVER_SCENARIO,
  UNKNOWN_WAIVER_ROW,
  WRONG_TYPE,
  MISSING_KEY,
  MISPLACED_KEY,
  MISPLACED_STEP,
  NOT_YET,
  // notations
  BAD_DURATION,
  BAD_DATE,
  BAD_TIMES,
  BAD_REGEX,
  BAD_MATCHER,
  BAD_REFERENCE,
  BAD_PATH,
  BAD_REQUEST_PATTERN,
  BAD_HOST,
  BAD_HEADER,
  BAD_LIBRARY,
  BAD_PACKAGE,
  BAD_ARTIFACT,
  BAD_URL,
  // meaning
  IMPOSSIBLE_DECODE,
  NOTHING_DECODED,
  RESERVED_NAME,
  SAID_TWICE,
  HOST_NOT_DECLARED,
  NOT_LOCKED,
  MORE_THAN_ONE_SETTING,
  UNSUPPORTED_SENTINEL,
  CANNOT_EMULATE,
  NO_DEVICES,
  NO_SCENARIOS,
  EMPTY_STEPS,
  NO_EXPECTATION,
  NEVER_MET,
  NO_SENTINEL,
  NO_NEEDLE,
  VACUOUS_ABSENCE,
  UNBLOCKED_PLUGIN,
  MISSPELT_EVENT,
  MISSPELT_FIELD,
  FORBIDDEN_TYPE,
  RESERVED_FIELD,
  DUPLICATE_ROW,
  DUPLICATE_SCENARIO,
  DUPLICATE_PLUGIN;

  /** {@code UnknownStep}. */
  String id() {
    return Arrays.stream(name().split("_", -1))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
