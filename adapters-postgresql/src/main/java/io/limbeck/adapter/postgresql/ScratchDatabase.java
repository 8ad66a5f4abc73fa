package io.limbeck.adapter.postgresql;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Scratch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/** A database that is made to be thrown away, for a user who may make databases. */
final class ScratchDatabase implements Access {
  private static final String USUAL_PATH = "\"$user\", public";
  // Text is kept and sorted as in the real one.
  private static final String LIKE_THIS =
      """
      SELECT pg_catalog.format('TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L',
          pg_catalog.pg_encoding_to_char(d.encoding), d.datcollate, d.datctype)
        || CASE pg_catalog.to_jsonb(d) ->> 'datlocprovider'
          WHEN 'i' THEN pg_catalog.format(' LOCALE_PROVIDER icu ICU_LOCALE %L',
            COALESCE(pg_catalog.to_jsonb(d) ->> 'datlocale',
              pg_catalog.to_jsonb(d) ->> 'daticulocale'))
          WHEN 'b' THEN pg_catalog.format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L',
            pg_catalog.to_jsonb(d) ->> 'datlocale')
          ELSE '' END
      FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()
      """;

  private final ScratchName name;
  private final Connections origin;
  private final Connection keeping;
  private final Access access;

  private ScratchDatabase(ScratchName name, Connections origin, Connection keeping, Access access) {
    this.name = name;
    this.origin = origin;
    this.keeping = keeping;
    this.access = access;
  }

  /**
   * @param keeping a connection to the real one, which is closed with the scratch database
   */
  static Scratch like(Connections origin, Connection keeping, DatabaseSettings settings)
      throws SQLException {
    ScratchName.removeUnused(keeping);
    ScratchName name = ScratchName.random();
    name.use(keeping);
    Connections connections = origin.to(name.text());
    ScratchDatabase scratch =
        new ScratchDatabase(name, origin, keeping, ServerAccess.writing(connections, settings));
    boolean made = false;
    try {
      scratch.make(settings);
      made = true;
      return new PostgresqlDatabase(settings, connections, scratch);
    } finally {
      if (!made) {
        scratch.remove();
      }
    }
  }

  private void make(DatabaseSettings settings) throws SQLException {
    String like = PostgresqlSql.text(keeping, LIKE_THIS).orElseThrow();
    PostgresqlSql.execute(keeping, "CREATE DATABASE %s %s".formatted(name.sql(), like));
    Set<String> schemas =
        new LinkedHashSet<>(
            PostgresqlSql.texts(keeping, "SELECT unnest(pg_catalog.current_schemas(false))"));
    settings.schema().ifPresent(schemas::add);
    schemas.remove("public");
    String path = PostgresqlSql.text(keeping, "SHOW search_path").orElseThrow();
    if (!path.equals(USUAL_PATH)) {
      PostgresqlSql.execute(
          keeping, "ALTER DATABASE %s SET search_path = %s".formatted(name.sql(), path));
    }
    for (String schema : schemas) {
      ask(connection -> {
        PostgresqlSql.execute(connection, "CREATE SCHEMA " + PostgresqlSql.quoted(schema));
        return true;
      });
    }
  }

  @Override
  public <T> T ask(Question<T> question) {
    return access.ask(question);
  }

  @Override
  public Database.Session open() {
    return access.open();
  }

  @Override
  public void close() {
    access.close();
    remove();
    Connections.close(keeping);
  }

  /** What cannot be removed now is removed by whoever makes a scratch database next. */
  private void remove() {
    String drop = "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name.sql());
    boolean interrupted = Thread.interrupted();
    try {
      PostgresqlSql.execute(keeping, drop);
    } catch (SQLException refusal) {
      removeAnew(drop);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void removeAnew(String drop) {
    try (Connection connection = origin.keeping()) {
      PostgresqlSql.execute(connection, drop);
    } catch (SQLException unreachable) {
      // The server is gone. Nobody holds the lock on the name any more, which says enough.
    }
  }
}
