package io.limbeck.application.database;

/** A kind of database; which one serves a URL is decided by the URL's scheme. */
public interface Storage {

  /**
   * {@return the database that {@code settings} name; nothing is opened yet}
   *
   * @throws UnusableDatabaseException if the URL cannot be understood
   */
  Database database(DatabaseSettings settings);
}
