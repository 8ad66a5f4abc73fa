package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the things in a schema are called in sentences, and what is said of them. */
final class Things {
  private Things() {}

  static String table(Name table) {
    return "table " + table;
  }

  static String column(Name table, Name column) {
    return "column %s.%s".formatted(table, column);
  }

  static String stored(Stored stored) {
    return switch (stored.kind()) {
      case COMMENT -> "%s on %s".formatted(stored.kind(), stored.of());
      case TRIGGER ->
          "%s %s%s"
              .formatted(
                  stored.kind(), stored.name(), stored.of().isEmpty() ? "" : " on " + stored.of());
      case FUNCTION -> "%s %s%s".formatted(stored.kind(), stored.name(), stored.of());
      case NAMESPACE, TYPE, DOMAIN, SEQUENCE, VIRTUAL_TABLE, VIEW, MATERIALIZED_VIEW, INDEX ->
          "%s %s".formatted(stored.kind(), stored.name());
    };
  }

  static String index(Name table, Index index) {
    return "index %s on %s".formatted(index.name(), table);
  }

  static String constraint(Name table, Constraint constraint) {
    String kind =
        switch (constraint) {
          case Constraint.PrimaryKey key -> "primary key";
          case Constraint.Unique unique -> "unique constraint";
          case Constraint.Check check -> "check";
          case Constraint.ForeignKey key -> "foreign key";
          case Constraint.Other other -> "constraint";
        };
    String name = constraint.name().map(given -> " " + given).orElse("");
    return "%s%s on %s".formatted(kind, name, table);
  }

  static String said(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          key(key.columns(), key.particulars()) + (key.autoincrement() ? " AUTOINCREMENT" : "");
      case Constraint.Unique unique -> key(unique.columns(), unique.particulars());
      case Constraint.Check check -> "(%s)".formatted(check.condition());
      case Constraint.ForeignKey key ->
          "%s -> %s %s%s%s%s%s"
              .formatted(
                  list(key.columns()),
                  key.parent(),
                  list(key.parentColumns()),
                  key.full() ? " MATCH FULL" : "",
                  action(" ON DELETE ", key.onDelete()),
                  action(" ON UPDATE ", key.onUpdate()),
                  deferral(key.deferral()));
      case Constraint.Other other -> other.definition().sql();
    };
  }

  private static String key(List<Name> columns, Constraint.Particulars particulars) {
    String parts =
        columns.stream()
            .map(column -> column.text() + particulars.of(column).map(Things::said).orElse(""))
            .collect(Collectors.joining(", ", "(", ")"));
    return parts
        + (particulars.nullsEqual() ? " NULLS NOT DISTINCT" : "")
        + included(particulars.included())
        + particulars.onConflict().map(word -> " ON CONFLICT " + word).orElse("")
        + deferral(particulars.deferral());
  }

  private static String included(List<Name> columns) {
    return columns.isEmpty() ? "" : " INCLUDE " + list(columns);
  }

  private static String said(Constraint.Particulars.KeyColumn column) {
    return column.collation().map(name -> " COLLATE " + name).orElse("")
        + (column.descending() ? " DESC" : "");
  }

  private static String action(String event, Constraint.Action action) {
    return action == Constraint.Action.NO_ACTION ? "" : event + action.sql();
  }

  private static String deferral(Constraint.Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " DEFERRABLE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }

  static String said(Index index) {
    String parts =
        index.parts().stream()
            .map(part ->
                part.key()
                    + part.collation().map(name -> " COLLATE " + name).orElse("")
                    + part.operators().map(name -> " " + name).orElse("")
                    + (part.descending() ? " DESC" : "")
                    + part.nulls().map(place -> " NULLS " + place).orElse(""))
            .collect(Collectors.joining(", "));
    Index.Particulars particulars = index.particulars();
    return "%s%s(%s)%s%s%s%s"
        .formatted(
            index.unique() ? "UNIQUE " : "",
            particulars.method().map(name -> "USING %s ".formatted(name)).orElse(""),
            parts,
            included(particulars.included()),
            particulars.nullsEqual() ? " NULLS NOT DISTINCT" : "",
            particulars.storage().isEmpty()
                ? ""
                : " WITH (%s)".formatted(String.join(", ", particulars.storage())),
            index.where().map(where -> " WHERE " + where).orElse(""));
  }

  static String counting(Optional<Column.Identity> identity) {
    return identity
        .map(how ->
            switch (how.kind()) {
                  case ALWAYS -> "counting always";
                  case BY_DEFAULT -> "counting by default";
                  case SERIAL -> "counting by a sequence";
                }
                + (how.options().isEmpty() ? "" : " " + how.options()))
        .orElse("not counting");
  }

  static String computed(Optional<Column.Generated> generated) {
    return generated
        .map(from ->
            "computed as %s when it is %s"
                .formatted(from.expression(), from.stored() ? "written" : "read"))
        .orElse("stored as given");
  }

  static String type(Expression type) {
    return type.sql().isEmpty() ? "none" : type.sql();
  }

  static String orNone(Optional<?> value) {
    return value.map(Object::toString).orElse("none");
  }

  private static String list(List<Name> names) {
    return names.stream().map(Name::text).collect(Collectors.joining(", ", "(", ")"));
  }
}
