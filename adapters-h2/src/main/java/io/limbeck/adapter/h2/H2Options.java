package io.limbeck.adapter.h2;

import io.limbeck.adapter.h2.schema.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.h2.util.Utils;

/**
 * What stands behind the semicolons of H2's URLs, as <a
 * href="https://h2database.com/html/features.html#database_url">its manual</a> has it.
 *
 * @param all in their order, as written
 */
record H2Options(List<Option> all) {
  static final String SCHEMA = "SCHEMA";

  private static final Pattern SEMICOLON = Pattern.compile("(?<!\\\\);");
  // Those that decide what SQL means; the others are about files, locks, memory and users.
  private static final Set<String> ABOUT_SQL =
      Set.of(
          "MODE",
          "DATABASE_TO_UPPER",
          "DATABASE_TO_LOWER",
          "CASE_INSENSITIVE_IDENTIFIERS",
          "DEFAULT_NULL_ORDERING",
          "NON_KEYWORDS",
          "IGNORECASE",
          "COLLATION",
          "TIME ZONE",
          "VARIABLE_BINARY",
          "TRUNCATE_LARGE_LENGTH",
          "ALIAS_COLUMN_NAME",
          "BUILTIN_ALIAS_OVERRIDE",
          "JAVA_OBJECT_SERIALIZER",
          "DROP_RESTRICT",
          "INIT",
          SCHEMA);

  H2Options {
    all = List.copyOf(all);
  }

  /** An option, its name in large letters. */
  record Option(String name, String value) {}

  /**
   * @param text from the first semicolon on; may be empty
   */
  static H2Options parse(String text) {
    List<Option> options = new ArrayList<>();
    for (String each : SEMICOLON.split(text)) {
      int equals = each.indexOf('=');
      if (!each.isBlank()) {
        String name = equals < 0 ? each : each.substring(0, equals);
        String value = equals < 0 ? "" : each.substring(equals + 1);
        options.add(new Option(name.strip().toUpperCase(Locale.ROOT), value));
      }
    }
    return new H2Options(options);
  }

  Optional<String> value(String name) {
    return all.stream().filter(each -> each.name().equals(name)).map(Option::value).findFirst();
  }

  /** {@return these, and another unless it is there: H2 refuses two values for one} */
  H2Options orElse(String name, String value) {
    List<Option> more = new ArrayList<>(all);
    if (value(name).isEmpty()) {
      more.add(new Option(name, value));
    }
    return new H2Options(more);
  }

  H2Options without(String name) {
    return new H2Options(all.stream().filter(each -> !each.name().equals(name)).toList());
  }

  /** {@return those that decide what SQL means} */
  H2Options aboutSql() {
    return new H2Options(all.stream().filter(each -> ABOUT_SQL.contains(each.name())).toList());
  }

  Folding folding() {
    if (isTrue("DATABASE_TO_LOWER", false)) {
      return Folding.LOWER;
    }
    return isTrue("DATABASE_TO_UPPER", true) ? Folding.UPPER : Folding.NONE;
  }

  private boolean isTrue(String name, boolean unless) {
    return value(name).map(value -> Utils.parseBoolean(value, unless, false)).orElse(unless);
  }

  /** {@return the same as the end of a URL} */
  @Override
  public String toString() {
    return all.stream()
        .map(each -> ";%s=%s".formatted(each.name(), each.value()))
        .collect(Collectors.joining());
  }
}
