package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.CreateIndex;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** An index that CREATE INDEX made on a table. */
record OwnIndex(Name name, CreateIndex definition) {

  /** {@return the indexes of a table, in the order they were made} */
  static List<OwnIndex> of(Sql sql, TableRow table) throws SQLException {
    record Row(Name name, String sql) {}
    List<OwnIndex> indexes = new ArrayList<>();
    for (Row row :
        sql.list(
            "SELECT name, sql FROM %s WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?"
                    .formatted(table.catalogue())
                + " COLLATE NOCASE ORDER BY rowid",
            found -> new Row(new Name(found.getString(1)), found.getString(2)),
            table.name().text())) {
      indexes.add(new OwnIndex(row.name(), CreateIndex.parse(row.sql())));
    }
    return indexes;
  }
}
