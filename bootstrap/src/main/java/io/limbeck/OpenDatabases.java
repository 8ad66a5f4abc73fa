package io.limbeck;

import io.limbeck.application.database.Database;
import java.util.ArrayList;
import java.util.List;

/** The databases that a run made, to be closed when it ends. */
final class OpenDatabases {
  private final List<Database> opened = new ArrayList<>();

  Database add(Database database) {
    opened.add(database);
    return database;
  }

  void close() {
    opened.forEach(Database::close);
  }
}
