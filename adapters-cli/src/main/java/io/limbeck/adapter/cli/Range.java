package io.limbeck.adapter.cli;

import java.util.List;

/**
 * The argument {@code FROM:TO} of offline mode.
 *
 * @param start the word before the colon, if there is one
 * @param target the word after it, or the whole
 */
record Range(List<String> start, String target) {

  Range {
    start = List.copyOf(start);
  }

  static Range parse(String argument) {
    int colon = argument.indexOf(':');
    if (colon < 0) {
      return new Range(List.of(), argument);
    }
    if (argument.indexOf(':', colon + 1) >= 0) {
      throw new UsageException(
          "'%s' has more than one colon".formatted(argument), "Write a range as FROM:TO.");
    }
    return new Range(List.of(argument.substring(0, colon)), argument.substring(colon + 1));
  }

  /** {@return a target for a database, where a range has no meaning} */
  static String none(String argument) {
    if (argument.indexOf(':') >= 0) {
      throw new UsageException(
          "Range revision not allowed",
          "A range says where to start, which a database knows itself. Leave out what is before the"
              + " colon, or add --sql.");
    }
    return argument;
  }
}
