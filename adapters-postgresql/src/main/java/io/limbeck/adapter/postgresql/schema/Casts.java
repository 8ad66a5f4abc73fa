package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.operation.Operation.ChangeType;
import java.util.List;
import java.util.Set;

/**
 * How values of one type become values of another. Where PostgreSQL would do it by itself nothing
 * is said, for then it refuses to cut off what is too long; a cast that is written does not.
 */
final class Casts {
  private static final Set<String> TEXTS =
      Set.of("text", "character varying", "character", "bpchar", "citext");
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Set<String> MOMENTS =
      Set.of("date", "timestamp without time zone", "timestamp with time zone");
  private static final List<Set<String>> FAMILIES =
      List.of(NUMBERS, MOMENTS, Set.of("json", "jsonb"), Set.of("bit", "bit varying"));
  private static final Set<String> CASTABLE = Set.of("boolean", "integer");

  private Casts() {}

  /** {@return a type as it stands behind SET DATA TYPE, with what converts the values} */
  static String of(ChangeType change) {
    String to = change.to().sql();
    String type = withoutCollation(to);
    String column = Identifiers.quoted(change.column());
    return switch (way(base(change.from().sql()), base(to))) {
      case BY_ITSELF -> to;
      case BY_CAST -> "%s USING %s::%s".formatted(to, column, type);
      case BY_TEXT -> "%s USING %s::text::%s".formatted(to, column, type);
    };
  }

  private enum Way {
    BY_ITSELF,
    BY_CAST,
    BY_TEXT
  }

  private static Way way(String from, String to) {
    boolean sameFamily =
        from.equals(to)
            || FAMILIES.stream().anyMatch(types -> types.contains(from) && types.contains(to));
    if (sameFamily || TEXTS.contains(to)) {
      return Way.BY_ITSELF;
    }
    boolean casts =
        TEXTS.contains(from)
            || (from.endsWith("[]") && to.endsWith("[]"))
            || (CASTABLE.contains(from) && CASTABLE.contains(to));
    return casts ? Way.BY_CAST : Way.BY_TEXT;
  }

  private static String withoutCollation(String type) {
    int collation = type.indexOf(" COLLATE ");
    return collation < 0 ? type : type.substring(0, collation);
  }

  /** {@return a type without its length and its collation} */
  private static String base(String type) {
    return withoutCollation(type).replaceFirst("\\([\\d,]+\\)", "");
  }
}
