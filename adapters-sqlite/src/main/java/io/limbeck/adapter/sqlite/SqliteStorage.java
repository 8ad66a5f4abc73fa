package io.limbeck.adapter.sqlite;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Renderer;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.Storage;
import java.util.List;
import java.util.function.Supplier;

/** SQLite, in files and in memory. */
final class SqliteStorage implements Storage {
  @Override
  public Database database(DatabaseSettings settings) {
    return SqliteDatabase.of(settings);
  }

  @Override
  public Renderer renderer(Supplier<List<ScriptedStep>> earlier) {
    return new SqliteRenderer(earlier);
  }
}
