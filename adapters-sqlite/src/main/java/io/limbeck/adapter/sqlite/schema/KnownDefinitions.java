package io.limbeck.adapter.sqlite.schema;

import io.limbeck.adapter.sqlite.ddl.CreateIndex;
import io.limbeck.adapter.sqlite.ddl.CreateTable;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.adapter.sqlite.ddl.NotUnderstoodException;
import io.limbeck.domain.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Definitions that were understood before. Where a schema is read again and again, as behind each
 * of many revisions, most of its tables are as they were; each text is looked at once. For one
 * thread.
 */
public final class KnownDefinitions {
  /** All that a table's definition depends on. */
  private record Source(String sql, boolean strict, boolean withoutRowid, boolean keyHasIndex) {}

  /** All that the value of a table depends on. */
  private record Whole(Source table, List<String> indexes, List<List<Name>> parentKeys) {}

  private final Map<Source, TableDefinition> definitions = new HashMap<>();
  private final Map<String, CreateIndex> indexes = new HashMap<>();
  private final Map<Whole, Table> tables = new HashMap<>();

  TableDefinition table(String sql, boolean strict, boolean withoutRowid, boolean keyHasIndex)
      throws NotUnderstoodException {
    Source source = new Source(sql, strict, withoutRowid, keyHasIndex);
    TableDefinition known = definitions.get(source);
    if (known == null) {
      known = TableDefinition.of(CreateTable.parse(sql), strict, withoutRowid, keyHasIndex);
      definitions.put(source, known);
    }
    return known;
  }

  CreateIndex index(String sql) throws NotUnderstoodException {
    CreateIndex known = indexes.get(sql);
    if (known == null) {
      known = CreateIndex.parse(sql);
      indexes.put(sql, known);
    }
    return known;
  }

  /**
   * {@return the value of a table}
   *
   * @param all every table of the database, {@code table} among them
   * @param ownIndexes those that CREATE INDEX made on it
   */
  Table read(TableDefinition table, Map<Name, TableDefinition> all, List<CreateIndex> ownIndexes) {
    Whole whole =
        new Whole(
            new Source(
                table.text().sql(), table.strict(), table.withoutRowid(), table.keyHasIndex()),
            ownIndexes.stream().map(CreateIndex::sql).toList(),
            table.parents().stream().map(parent -> TableDefinition.keyOf(parent, all)).toList());
    return tables.computeIfAbsent(whole, unknown -> new TableReader(table, all).read(ownIndexes));
  }
}
