package io.limbeck.application.copy;

import io.limbeck.application.database.DatabaseSettings;

/** A kind of database, as one that keeps rows; which one serves a URL is decided by its scheme. */
public interface RowStorage {

  /**
   * {@return the rows of the database that {@code settings} name; nothing is opened yet}
   *
   * @throws io.limbeck.application.database.UnusableDatabaseException if the URL cannot be
   *     understood
   */
  Rows rows(DatabaseSettings settings);
}
