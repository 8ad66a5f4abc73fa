package io.limbeck.application.admin;

import io.limbeck.application.database.Database;
import io.limbeck.application.history.ListHistory;
import io.limbeck.application.history.ShowKept;
import io.limbeck.application.history.Survey;
import io.limbeck.application.migrate.Downgrade;
import io.limbeck.application.migrate.Stamp;
import io.limbeck.application.migrate.Upgrade;
import io.limbeck.application.script.Scripts;
import io.limbeck.application.verify.Drift;

/** The use cases over one database, for one thread; to be closed when they are not needed. */
public interface Access extends AutoCloseable {
  Scripts scripts();

  Database database();

  Survey survey();

  ListHistory listHistory();

  ShowKept showKept();

  Upgrade upgrade();

  Downgrade downgrade();

  Stamp stamp();

  Drift drift();

  /** Frees what reading needed; never fails. */
  @Override
  default void close() {
    database().close();
  }
}
