package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sqlite.alter.Access;
import io.limbeck.adapter.sqlite.alter.AlterListener;
import io.limbeck.adapter.sqlite.alter.SchemaCopy;
import io.limbeck.adapter.sqlite.alter.Statements;
import io.limbeck.adapter.sqlite.alter.Way;
import io.limbeck.application.database.Forecast;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which way the ALTER TABLE statements of some steps will go, by taking the steps in a copy
 * of the database that has its tables and none of its rows.
 */
final class SqliteForecast {
  private final Connection database;
  private final Connection copy;
  private final List<Forecast> forecasts = new ArrayList<>();

  private SqliteForecast(Connection database, Connection copy) {
    this.database = database;
    this.copy = copy;
  }

  static List<Forecast> of(Connection database, List<ScriptedStep> steps) throws SQLException {
    try (Connection memory = Connections.memory()) {
      SchemaCopy.copy(database, memory);
      SqliteForecast forecast = new SqliteForecast(database, memory);
      List<Statement> statements =
          steps.stream().flatMap(step -> step.statements().stream()).toList();
      for (Statement statement : statements) {
        if (!forecast.take(statement)) {
          break;
        }
      }
      return forecast.forecasts;
    }
  }

  /** {@return whether one can go on} */
  private boolean take(Statement statement) {
    AlterListener listener =
        new AlterListener() {
          @Override
          public void decided(String table, Way way, String why) {
            forecasts.add(forecast(statement, table, inWords(way), why));
          }
        };
    try {
      new Statements(copy, Access.SCHEMA_TABLE, listener).execute(statement.sql());
      return true;
    } catch (SQLException refusal) {
      // Without rows a statement may fail that will not fail with them, and then it is not known
      // how the tables look after it.
      forecasts.add(
          new Forecast(
              statement,
              "",
              "not known",
              "without rows it fails: " + SqliteFailures.reason(refusal),
              0,
              0));
      return false;
    }
  }

  private Forecast forecast(Statement statement, String table, String way, String why) {
    return new Forecast(
        statement,
        table,
        way,
        why,
        size("SELECT count(*) FROM \"%s\"".formatted(table.replace("\"", "\"\""))),
        size(
            "SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name IN"
                + " (SELECT name FROM main.sqlite_schema WHERE tbl_name = '%s' COLLATE NOCASE)"
                    .formatted(table.replace("'", "''"))));
  }

  /** A table that the steps themselves make has no size yet. */
  private long size(String question) {
    try {
      return SqliteSql.number(database, question);
    } catch (SQLException notThereYet) {
      return 0;
    }
  }

  private static String inWords(Way way) {
    return switch (way) {
      case NOTHING -> "nothing to do";
      case NATIVE -> "SQLite does it";
      case IN_PLACE -> "in place";
      case REBUILD -> "rebuild";
    };
  }
}
