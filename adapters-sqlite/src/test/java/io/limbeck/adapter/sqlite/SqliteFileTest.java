package io.limbeck.adapter.sqlite;

import io.limbeck.application.copy.Rows;
import io.limbeck.application.copy.RowsContract;
import io.limbeck.application.database.ConstraintContract;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseContract;
import io.limbeck.application.database.DatabaseSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a SQLite file. */
class SqliteFileTest implements DatabaseContract, ConstraintContract, RowsContract {
  @TempDir private Path folder;

  @Override
  public String url() {
    return "sqlite:///" + file();
  }

  @Override
  public Database database(DatabaseSettings settings) {
    return SqliteModule.storage().database(settings);
  }

  @Override
  public Rows rows(DatabaseSettings settings) {
    return SqliteModule.rows().rows(settings);
  }

  @Override
  public String numberedTable() {
    return "CREATE TABLE numbered (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(20))";
  }

  @Override
  public void elsewhere(String... sql) {
    new SqliteFile(file()).execute(sql);
  }

  @Override
  public List<String> tables() {
    return new SqliteFile(file()).tables();
  }

  @Override
  public List<String> rows(String table) {
    return new SqliteFile(file()).column("SELECT * FROM \"%s\" ORDER BY rowid".formatted(table));
  }

  @Override
  public Object footprint() {
    return SqliteFile.footprint(folder);
  }

  @Override
  public Optional<String> schema() {
    return Optional.of("main");
  }

  private Path file() {
    return folder.resolve("app.db");
  }
}
