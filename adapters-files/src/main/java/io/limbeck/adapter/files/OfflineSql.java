package io.limbeck.adapter.files;

import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.domain.revision.RowChange;
import java.util.regex.Pattern;

/** The statements on the version table, character by character as Alembic writes them. */
record OfflineSql(DatabaseSettings settings) {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  String createTable() {
    return """
    CREATE TABLE %s (
        version_num VARCHAR(32) NOT NULL,\s
        CONSTRAINT %s PRIMARY KEY (version_num)
    )\
    """
        .formatted(table(), quoted(settings.versionTable() + "_pkc"));
  }

  String change(RowChange change) {
    return switch (change) {
      case RowChange.Insert(var id) ->
          "INSERT INTO %s (version_num) VALUES ('%s')".formatted(table(), id);
      case RowChange.Update(var from, var to) ->
          "UPDATE %1$s SET version_num='%3$s' WHERE %1$s.version_num = '%2$s'"
              .formatted(table(), from, to);
      case RowChange.Delete(var id) ->
          "DELETE FROM %1$s WHERE %1$s.version_num = '%2$s'".formatted(table(), id);
    };
  }

  private String table() {
    String name = quoted(settings.versionTable());
    return settings.schema().map(schema -> quoted(schema) + "." + name).orElse(name);
  }

  private static String quoted(String name) {
    return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
