package io.limbeck.adapter.sql;

import io.limbeck.application.database.DatabaseSettings.Signature;
import io.limbeck.application.database.HistoryEntry;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.application.script.Script;
import io.limbeck.domain.revision.RevisionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every step ever taken, with the script that ran. */
final class HistoryTable {
  static final String COLUMN = "number";

  private final String name;
  private final HistoryRows rows;

  HistoryTable(Connection connection, TableName table, Catalog.Found found) {
    this.name = table.name();
    this.rows = Mapping.on(connection, HistoryRows.class, Map.of("table", found.table()));
  }

  /**
   * {@return what makes the table, in words every database knows}
   *
   * @param takesEmptyTexts whether an empty text is one; if not, it is NULL
   */
  static String ddl(TableName table, boolean takesEmptyTexts) {
    return """
    CREATE TABLE IF NOT EXISTS %1$s (
    	number INTEGER NOT NULL,
    	direction VARCHAR(10) NOT NULL,
    	revision VARCHAR(255),
    	heads_before VARCHAR%3$s,
    	heads_after VARCHAR%3$s,
    	message VARCHAR%3$s,
    	checksum VARCHAR(80),
    	script TEXT,
    	started_at VARCHAR(40) NOT NULL,
    	took_ms BIGINT NOT NULL,
    	by_user VARCHAR NOT NULL,
    	limbeck VARCHAR(40) NOT NULL,
    	CONSTRAINT %2$s PRIMARY KEY (number)
    )\
    """
        .formatted(table.sql(), table.keySql(), takesEmptyTexts ? " NOT NULL" : "");
  }

  List<HistoryEntry> entries() throws SQLException {
    return Mapping.ask(rows::all).stream().map(this::entry).toList();
  }

  Optional<String> script(RevisionId id) throws SQLException {
    return Mapping.ask(() -> Optional.ofNullable(rows.script(id.value())));
  }

  void add(ScriptedStep step, Instant began, Duration took, Signature signature)
      throws SQLException {
    HistoryRow row = HistoryRow.of(step, began, took, signature);
    String script = step.script().map(Script::text).orElse(null);
    Mapping.tell(() -> rows.insert(row, script));
  }

  private HistoryEntry entry(HistoryRow row) {
    try {
      return row.entry();
    } catch (RuntimeException strange) {
      throw new UnusableDatabaseException(
          "Row %d of the history table %s was not written by Limbeck and cannot be read."
              .formatted(row.number(), name),
          "Remove the row, or set history_table to another name to begin a new history.",
          strange);
    }
  }
}
