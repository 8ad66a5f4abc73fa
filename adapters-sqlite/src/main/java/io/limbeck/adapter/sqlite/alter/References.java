package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Constraint;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees that every row finds its parent: by the foreign keys that a change adds, and by those, of
 * other tables too, whose values it changes.
 */
final class References {
  private final Sql sql;
  private final TableRow table;
  private final Reshaping reshaping;
  private final RowSearch rows;
  // Those whose values change, and how many rows found nothing before.
  private final Map<ForeignKey, Long> orphans = new LinkedHashMap<>();

  References(Sql sql, TableRow table, Reshaping reshaping, RowSearch rows) {
    this.sql = sql;
    this.table = table;
    this.reshaping = reshaping;
    this.rows = rows;
  }

  /**
   * Looks while the table is as it was.
   *
   * @param changed the columns whose values change
   */
  void before(Set<Name> changed) throws SQLException {
    for (Constraint constraint : reshaping.newConstraints(Kind.FOREIGN_KEY)) {
      ForeignKey key = key(constraint);
      if (!key.parent().equals(table.name())) {
        refuseIfFlawed(constraint, key);
      }
    }
    if (!changed.isEmpty()) {
      for (ForeignKey key : ForeignKey.all(sql, table.schema())) {
        if (key.concerns(sql, table.name(), changed) && key.flaw(sql).isEmpty()) {
          orphans.put(key, count(key));
        }
      }
    }
  }

  /** Looks when the table is as wanted. */
  void after() throws SQLException {
    for (Constraint constraint : reshaping.newConstraints(Kind.FOREIGN_KEY)) {
      ForeignKey key = key(constraint);
      refuseIfFlawed(constraint, key);
      rows.refuseIfAny(
          " AS child",
          key.orphans(sql),
          "%s: %s finds nothing in %s".formatted(nameOf(constraint), key.place(), key.parent()));
    }
    for (ForeignKey key : ForeignKey.all(sql, table.schema())) {
      Optional<Long> before = Optional.ofNullable(orphans.get(key));
      if (before.isPresent() && count(key) > before.get()) {
        throw new AlterRefusedException(
            "%s would find nothing in %s any more in %s"
                .formatted(key.place(), key.parent(), RowSearch.rows(count(key) - before.get())),
            "Change the values on both sides, in this revision.");
      }
    }
  }

  private long count(ForeignKey key) throws SQLException {
    return sql.number(
        "SELECT count(*) FROM %s AS child WHERE %s"
            .formatted(table.qualified(key.child()), key.orphans(sql)));
  }

  private void refuseIfFlawed(Constraint constraint, ForeignKey key) throws SQLException {
    Optional<String> flaw = key.flaw(sql);
    if (flaw.isPresent()) {
      throw new AlterRefusedException(
          "%s of %s cannot reference %s: %s"
              .formatted(nameOf(constraint), table.name(), key.parent(), flaw.get()),
          "Make what it references first.");
    }
  }

  private ForeignKey key(Constraint constraint) {
    Constraint.Parent parent = constraint.parent().orElseThrow();
    return new ForeignKey(
        table.schema(), table.name(), parent.table(), constraint.columns(), parent.columns());
  }

  private Name nameOf(Constraint constraint) {
    return ConstraintNames.of(reshaping.after()).nameOf(constraint).orElseThrow();
  }
}
