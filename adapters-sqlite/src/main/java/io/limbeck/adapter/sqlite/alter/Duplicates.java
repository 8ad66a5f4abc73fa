package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Constraint;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the values that keep rows from having a key, in the table as it was. */
final class Duplicates {
  private final Sql sql;
  private final TableRow table;
  private final Reshaping reshaping;

  Duplicates(Sql sql, TableRow table, Reshaping reshaping) {
    this.sql = sql;
    this.table = table;
    this.reshaping = reshaping;
  }

  /** {@return what stands in the way of the first key that has some; empty if none is found} */
  Optional<AlterRefusedException> found() throws SQLException {
    for (Constraint constraint : reshaping.after().allConstraints()) {
      if (constraint.kind() == Kind.UNIQUE || constraint.kind() == Kind.PRIMARY_KEY) {
        Optional<AlterRefusedException> found = of(constraint);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<AlterRefusedException> of(Constraint key) throws SQLException {
    List<Name> columns = key.columns();
    if (columns.stream().anyMatch(column -> reshaping.source(column).isEmpty())) {
      return Optional.empty();
    }
    String values =
        IntStream.range(0, columns.size())
            .mapToObj(index ->
                "%s AS key%d".formatted(reshaping.source(columns.get(index)).orElseThrow(), index))
            .collect(Collectors.joining(", "));
    List<String> keys =
        IntStream.range(0, columns.size()).mapToObj(index -> "key" + index).toList();
    String groups =
        " FROM (SELECT %s FROM %s) WHERE %s IS NOT NULL GROUP BY %s HAVING count(*) > 1"
            .formatted(
                values,
                table.qualified(),
                String.join(" IS NOT NULL AND ", keys),
                String.join(", ", keys));
    long count = sql.number("SELECT count(*) FROM (SELECT 1%s)".formatted(groups));
    return count == 0 ? Optional.empty() : Optional.of(refused(key, keys, groups, count));
  }

  private AlterRefusedException refused(
      Constraint key, List<String> keys, String groups, long count) throws SQLException {
    String shown =
        keys.stream().map("quote(%s)"::formatted).collect(Collectors.joining(" || ', ' || "));
    List<String> examples =
        sql.texts("SELECT %s || ' in ' || count(*) || ' rows' %s LIMIT 3".formatted(shown, groups));
    String names =
        key.columns().stream()
            .map(column -> table.name() + "." + column)
            .collect(Collectors.joining(", "));
    return new AlterRefusedException(
        "%s: %s of %s %s more than once (%s%s)"
            .formatted(
                ConstraintNames.of(reshaping.after()).nameOf(key).orElseThrow(),
                count == 1 ? "1 value" : count + " values",
                names,
                count == 1 ? "occurs" : "occur",
                String.join("; ", examples),
                count > examples.size() ? "; ..." : ""),
        RowSearch.CHANGE_ROWS);
  }
}
