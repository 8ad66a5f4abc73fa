package io.limbeck.adapter.sql;

import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.InvalidNameException;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.RowChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Alembic's table of the heads, kept as Alembic keeps it, row for row. */
final class VersionTable {
  static final String COLUMN = "version_num";

  private final String name;
  private final VersionRows rows;

  VersionTable(Connection connection, TableName table, Catalog.Found found, String rowOrder) {
    this.name = table.name();
    this.rows =
        Mapping.on(
            connection,
            VersionRows.class,
            Map.of("table", found.table(), "column", found.column(), "order", rowOrder));
  }

  /** {@return what makes the table, in Alembic's words to the blank} */
  static String ddl(TableName table) {
    return "CREATE TABLE IF NOT EXISTS %s (\n\t%s VARCHAR(32) NOT NULL, \n\tCONSTRAINT %s PRIMARY KEY (%2$s)\n)"
        .formatted(table.sql(), COLUMN, table.keySql());
  }

  Heads heads() throws SQLException {
    List<String> ids = Mapping.ask(rows::all);
    return new Heads(ids.stream().map(this::revision).toList());
  }

  void purge() throws SQLException {
    Mapping.tell(rows::deleteAll);
  }

  void change(RowChange change) throws SQLException {
    switch (change) {
      case RowChange.Insert(RevisionId id) -> Mapping.tell(() -> rows.insert(id.value()));
      case RowChange.Delete(RevisionId id) ->
          expectOne(
              Mapping.ask(() -> rows.delete(id.value())),
              "deleting '%s' in '%s'".formatted(id, name));
      case RowChange.Update(RevisionId from, RevisionId to) ->
          expectOne(
              Mapping.ask(() -> rows.update(from.value(), to.value())),
              "updating '%s' to '%s' in '%s'".formatted(from, to, name));
    }
  }

  // Alembic's sentence.
  private void expectOne(int found, String what) {
    if (found != 1) {
      throw new UnusableDatabaseException(
          "Online migration expected to match one row when %s; %d found".formatted(what, found),
          "The table %s does not hold what was read from it a moment ago: look at its rows, or"
                  .formatted(name)
              + " rewrite them with stamp --purge and the revision the database really stands at.");
    }
  }

  private RevisionId revision(String text) {
    try {
      return new RevisionId(text);
    } catch (InvalidNameException invalid) {
      throw new UnusableDatabaseException(
          "The version table %s has the row '%s', which is no revision identifier."
              .formatted(name, text),
          "Rewrite the table with stamp --purge and the revision the database really stands at.",
          invalid);
    }
  }
}
