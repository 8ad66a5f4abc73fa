package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which tables and views are looked at, on both sides alike; an index goes with its table, and so
 * does a trigger, whatever it is called.
 *
 * <p>A pattern is what a shell makes of one, without regard to case: {@code *} is any text, {@code
 * ?} one character, and all else is itself. A name without either, as in the lists of tables that
 * scripts for Alembic exclude, is then that name.
 *
 * @param include patterns of which a name must match one; empty for all names
 * @param exclude patterns of which a name must match none
 */
public record Selection(List<String> include, List<String> exclude) {
  public Selection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** {@return the selection that leaves nothing out} */
  public static Selection all() {
    return new Selection(List.of(), List.of());
  }

  /** {@return the schema without what is not selected} */
  public Schema of(Schema schema) {
    List<Pattern> included = patterns(include);
    List<Pattern> excluded = patterns(exclude);
    return new Schema(
        schema.tables().stream()
            .filter(table -> matches(table.name(), included, excluded))
            .toList(),
        schema.stored().stream()
            .filter(stored -> matches(decisive(stored), included, excluded))
            .toList());
  }

  private static Name decisive(Stored stored) {
    return switch (stored.kind()) {
      case TRIGGER, INDEX ->
          stored.of().isEmpty()
              ? Words.after("ON", stored.definition()).orElse(stored.name())
              : new Name(stored.of().replace("\"", ""));
      case VIRTUAL_TABLE, VIEW, MATERIALIZED_VIEW, COMMENT -> stored.name();
      case NAMESPACE, TYPE, DOMAIN, SEQUENCE, FUNCTION -> stored.name();
    };
  }

  private static boolean matches(Name name, List<Pattern> included, List<Pattern> excluded) {
    return (included.isEmpty() || matchesOne(name, included)) && !matchesOne(name, excluded);
  }

  private static boolean matchesOne(Name name, List<Pattern> patterns) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(name.toString()).matches());
  }

  private static List<Pattern> patterns(List<String> globs) {
    return globs.stream().map(Selection::pattern).toList();
  }

  private static Pattern pattern(String glob) {
    String regex =
        glob.codePoints()
            .mapToObj(point ->
                switch (point) {
                  case '*' -> ".*";
                  case '?' -> ".";
                  default -> Pattern.quote(Character.toString(point));
                })
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }
}
