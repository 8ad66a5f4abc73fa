package io.limbeck.application.migrate;

import io.limbeck.application.database.Database;

/** Makes the version table where it is missing. */
public final class EnsureVersion {
  private final Database database;

  public EnsureVersion(Database database) {
    this.database = database;
  }

  /** Makes the version table and the history table; those that are there stay as they are. */
  public void now() {
    try (Database.Session session = database.open()) {
      session.ensureVersionTable();
    }
  }
}
