package io.limbeck.adapter.h2.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a sequence counts, or the one behind an identity column: what is unusual about it, in SQL.
 */
final class Counter {
  private static final Map<String, Long> LIMITS =
      Map.of(
          "TINYINT", (long) Byte.MAX_VALUE,
          "SMALLINT", (long) Short.MAX_VALUE,
          "INTEGER", (long) Integer.MAX_VALUE);

  private Counter() {}

  /** What can be said, in the order it is said in. */
  private enum Option {
    START("START WITH", ""),
    INCREMENT("INCREMENT BY", "1"),
    MINIMUM("MINVALUE", "NO MINVALUE"),
    MAXIMUM("MAXVALUE", "NO MAXVALUE"),
    CYCLE("CYCLE", "NO CYCLE"),
    CACHE("CACHE", "32");

    private final String word;
    private final String usual;

    Option(String word, String usual) {
      this.word = word;
      this.usual = usual;
    }

    private Pattern pattern() {
      return Pattern.compile(this == CYCLE ? "\\bCYCLE\\b" : word + " (-?\\d+)");
    }

    /** {@return the words that set it; empty text for none} */
    private String set(Optional<String> value) {
      if (this == CYCLE || (value.isEmpty() && usual.startsWith("NO "))) {
        return value.isPresent() ? word : usual;
      }
      return "%s %s".formatted(word, value.orElse(usual));
    }
  }

  /** The names of the columns that tell it. */
  record Columns(
      String start, String increment, String minimum, String maximum, String cycle, String cache) {
    static final Columns OF_IDENTITY =
        new Columns(
            "IDENTITY_START",
            "IDENTITY_INCREMENT",
            "IDENTITY_MINIMUM",
            "IDENTITY_MAXIMUM",
            "IDENTITY_CYCLE",
            "IDENTITY_CACHE");
    static final Columns OF_SEQUENCE =
        new Columns(
            "START_VALUE", "INCREMENT", "MINIMUM_VALUE", "MAXIMUM_VALUE", "CYCLE_OPTION", "CACHE");
  }

  /**
   * @param type in large letters
   */
  static String options(ResultSet row, Columns columns, String type) throws SQLException {
    long limit = LIMITS.getOrDefault(type, Long.MAX_VALUE);
    long increment = row.getLong(columns.increment());
    long minimum = row.getLong(columns.minimum());
    long maximum = row.getLong(columns.maximum());
    boolean up = increment > 0;
    List<String> said = new ArrayList<>();
    say(said, "START WITH", row.getLong(columns.start()), up ? minimum : maximum);
    say(said, "INCREMENT BY", increment, 1);
    say(said, "MINVALUE", minimum, up ? 1 : -limit - 1);
    say(said, "MAXVALUE", maximum, up ? limit : -1);
    if (row.getString(columns.cycle()).equals("YES")) {
      said.add("CYCLE");
    }
    say(said, "CACHE", row.getLong(columns.cache()), 32);
    return String.join(" ", said);
  }

  private static void say(List<String> said, String word, long value, long usual) {
    if (value != usual) {
      said.add("%s %d".formatted(word, value));
    }
  }

  /**
   * {@return the words that make one counter the other, in order; empty for none}
   *
   * @param set what stands before each but the start
   */
  static String change(String from, String to, String set) {
    Map<Option, String> here = parsed(from);
    Map<Option, String> wanted = parsed(to);
    List<String> words = new ArrayList<>();
    if (!start(here).equals(start(wanted))) {
      words.add("START WITH " + start(wanted));
    }
    for (Option option : Option.values()) {
      Optional<String> value = Optional.ofNullable(wanted.get(option));
      if (option != Option.START && !value.equals(Optional.ofNullable(here.get(option)))) {
        words.add(set + option.set(value));
      }
    }
    return String.join(" ", words);
  }

  /** {@return where a counter begins} */
  static String start(String options) {
    return start(parsed(options));
  }

  static boolean countsUp(String options) {
    return !parsed(options).getOrDefault(Option.INCREMENT, "1").startsWith("-");
  }

  private static String start(Map<Option, String> said) {
    boolean down = said.getOrDefault(Option.INCREMENT, "1").startsWith("-");
    String first =
        down ? said.getOrDefault(Option.MAXIMUM, "-1") : said.getOrDefault(Option.MINIMUM, "1");
    return said.getOrDefault(Option.START, first);
  }

  private static Map<Option, String> parsed(String options) {
    Map<Option, String> parsed = new EnumMap<>(Option.class);
    for (Option option : Option.values()) {
      Matcher matcher = option.pattern().matcher(options);
      if (matcher.find()) {
        parsed.put(option, matcher.groupCount() == 0 ? "" : matcher.group(1));
      }
    }
    return parsed;
  }
}
