package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.CreateTrigger;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** The triggers of one schema, and whether they would work if they fired. */
final class Triggers {
  private static final Name PROBE = new Name("limbeck_probe");

  private final Sql sql;
  private final Name schema;
  private final List<Trigger> all;

  private Triggers(Sql sql, Name schema, List<Trigger> all) {
    this.sql = sql;
    this.schema = schema;
    this.all = all;
  }

  private record Trigger(Name name, CreateTrigger definition) {
    boolean firesWith(Trigger other) {
      return definition.event() == other.definition.event()
          && definition.table().equals(other.definition.table())
          && definition.schema().equals(other.definition.schema());
    }
  }

  static Triggers of(Sql sql, Name schema) throws SQLException {
    record Row(Name name, String sql) {}
    List<Trigger> all = new ArrayList<>();
    for (Row row :
        sql.list(
            "SELECT name, sql FROM %s.sqlite_schema WHERE type = 'trigger'"
                .formatted(schema.quoted()),
            found -> new Row(new Name(found.getString(1)), found.getString(2)))) {
      all.add(new Trigger(row.name(), CreateTrigger.parse(row.sql())));
    }
    return new Triggers(sql, schema, all);
  }

  /** A trigger that does not work, and why. */
  record Broken(Name name, String sql, String reason) {}

  /** {@return those that do not work; may be empty} */
  List<Broken> broken(SequencedSet<Name> dropped) throws SQLException {
    List<Broken> broken = new ArrayList<>();
    for (Trigger trigger : all) {
      Optional<String> reason = reason(trigger);
      for (Name column : dropped) {
        if (reason.isEmpty() && trigger.definition().doubts(column)) {
          reason = inDoubt(trigger, column);
        }
      }
      reason.ifPresent(
          found -> broken.add(new Broken(trigger.name(), trigger.definition().sql(), found)));
    }
    return broken;
  }

  private Optional<String> reason(Trigger trigger) throws SQLException {
    List<Name> columns = columns(trigger);
    for (Name column : trigger.definition().columns()) {
      // Once a trigger is made SQLite does not look at the columns of its UPDATE OF again.
      if (!columns.isEmpty() && !columns.contains(column)) {
        return Optional.of("no such column: " + column);
      }
    }
    if (columns.isEmpty()) {
      return Optional.of(trigger.definition().table() + " does not work");
    }
    Optional<String> reason = sql.refusal(firing(trigger, columns));
    return reason.isPresent() && !isBrokenAlone(trigger, columns) ? Optional.empty() : reason;
  }

  /** Triggers that fire together are prepared together: the others are taken away for a moment. */
  private boolean isBrokenAlone(Trigger trigger, List<Name> columns) throws SQLException {
    List<Trigger> others =
        all.stream().filter(other -> !other.equals(trigger) && other.firesWith(trigger)).toList();
    if (others.isEmpty()) {
      return true;
    }
    sql.execute("SAVEPOINT limbeck_alone");
    try {
      for (Trigger other : others) {
        sql.execute("DROP TRIGGER %s.%s".formatted(schema.quoted(), other.name().quoted()));
      }
      return sql.refusal(firing(trigger, columns)).isPresent();
    } finally {
      sql.execute("ROLLBACK TO limbeck_alone");
      sql.execute("RELEASE limbeck_alone");
    }
  }

  /** A trigger in double quotes is tried as a temporary one that says for certain what it means. */
  private Optional<String> inDoubt(Trigger trigger, Name column) throws SQLException {
    try {
      sql.execute(trigger.definition().asTemporary(PROBE, table(trigger), column));
    } catch (SQLException refusal) {
      return Optional.of(AlterRefusedException.reason(refusal));
    }
    try {
      return sql.refusal(firing(trigger, columns(trigger)));
    } finally {
      sql.execute("DROP TRIGGER temp." + PROBE.quoted());
    }
  }

  private String firing(Trigger trigger, List<Name> columns) {
    String table = table(trigger);
    return switch (trigger.definition().event()) {
      case INSERT -> "EXPLAIN INSERT INTO %s DEFAULT VALUES".formatted(table);
      case DELETE -> "EXPLAIN DELETE FROM %s".formatted(table);
      case UPDATE ->
          "EXPLAIN UPDATE %s SET %s"
              .formatted(
                  table,
                  columns.stream()
                      .map(column -> column.quoted() + " = " + column.quoted())
                      .collect(Collectors.joining(", ")));
    };
  }

  /** Only a temporary trigger may stand on a table of another schema. */
  private Optional<Name> schemaOf(Trigger trigger) {
    return schema.equals(new Name("temp")) ? trigger.definition().schema() : Optional.of(schema);
  }

  private String table(Trigger trigger) {
    String table = trigger.definition().table().quoted();
    return schemaOf(trigger).map(found -> found.quoted() + "." + table).orElse(table);
  }

  /** {@return what an UPDATE may set: no generated columns; nothing of a view that is broken} */
  private List<Name> columns(Trigger trigger) throws SQLException {
    if (sql.refusal("SELECT * FROM " + table(trigger)).isPresent()) {
      return List.of();
    }
    return sql.list(
        "SELECT name FROM pragma_table_xinfo(?, ?) WHERE hidden = 0",
        row -> new Name(row.getString(1)),
        trigger.definition().table().text(),
        schemaOf(trigger).map(Name::text).orElse(null));
  }
}
