package io.limbeck.application.database;

import java.util.List;
import java.util.function.Supplier;

/** A kind of database; which one serves a URL is decided by the URL's scheme. */
public interface Storage {

  /**
   * {@return the database that {@code settings} name; nothing is opened yet}
   *
   * @throws UnusableDatabaseException if the URL cannot be understood
   */
  Database database(DatabaseSettings settings);

  /**
   * {@return what writes scripts as SQL for this kind of database}
   *
   * @param earlier the steps from an empty database to the first that will be written; asked for
   *     only where the SQL depends on them
   */
  default Renderer renderer(Supplier<List<ScriptedStep>> earlier) {
    return Renderer.asWritten();
  }
}
