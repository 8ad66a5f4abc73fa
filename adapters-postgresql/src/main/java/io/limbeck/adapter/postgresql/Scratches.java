package io.limbeck.adapter.postgresql;

import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Scratch;
import io.limbeck.application.database.UnusableDatabaseException;
import java.sql.Connection;
import java.sql.SQLException;

/** Makes throw-away databases in the way that the user is allowed to. */
final class Scratches {
  private static final String MAY_CREATE =
      "SELECT rolname FROM pg_catalog.pg_roles"
          + " WHERE rolname = current_user AND (rolcreatedb OR rolsuper)";

  private Scratches() {}

  /**
   * {@return an empty one like the database of {@code origin}: its text, sorting and search path}
   */
  static Scratch like(Connections origin, DatabaseSettings settings) {
    try {
      Connection keeping = origin.keeping();
      boolean made = false;
      try {
        Scratch scratch =
            PostgresqlSql.finds(keeping, MAY_CREATE)
                ? ScratchDatabase.like(origin, keeping, settings)
                : ScratchSchema.in(origin, keeping, settings);
        made = true;
        return scratch;
      } finally {
        if (!made) {
          Connections.close(keeping);
        }
      }
    } catch (SQLException refusal) {
      if (SqlState.of(refusal).equals(SqlState.NO_PRIVILEGE)) {
        throw new UnusableDatabaseException(
            "The user may make neither a scratch database nor a scratch schema in %s."
                .formatted(origin.url().name()),
            "Allow the one with ALTER ROLE ... CREATEDB, or the other with GRANT CREATE ON"
                + " DATABASE.",
            refusal);
      }
      throw new PostgresqlFailures(origin.url(), settings).of(refusal);
    }
  }
}
