package io.limbeck.application.copy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseUrl;

/** A database that rows come from or go to. */
public record Side(DatabaseUrl url, Database database, Rows rows) {

  /** {@return what messages call it} */
  public String name() {
    return database.name();
  }
}
