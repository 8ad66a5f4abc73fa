package io.limbeck;

import dagger.Module;
import dagger.Provides;
import io.limbeck.adapter.cli.CliModule;
import io.limbeck.adapter.sql.SqlDdlFormat;
import io.limbeck.adapter.sql.SqlScriptFormat;
import io.limbeck.application.Invocation;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Dialect;
import io.limbeck.application.database.Storage;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.application.models.DdlFormat;
import io.limbeck.application.models.EntityMapper;
import io.limbeck.application.script.ScriptFormat;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What use cases are made of, as the configuration wants it. */
@Module
final class Foundations {
  private static final String OFFLINE = "offline";

  // A script may have a section for a database that this program cannot reach.
  private static final Set<String> DIALECTS = Set.of("sqlite", "h2", "postgresql");

  private Foundations() {}

  @Provides
  static InstantSource clock() {
    return InstantSource.system();
  }

  @Provides
  static DatabaseSettings.Signature signature(Invocation invocation) {
    return new DatabaseSettings.Signature(
        System.getProperty("user.name", "unknown") + "@" + Machine.name(invocation.environment()),
        CliModule.version());
  }

  @Provides
  static ScriptFormat scriptFormat() {
    return new SqlScriptFormat(DIALECTS);
  }

  @Provides
  static EntityMapper entityMapper() {
    return EntityMapping.mapper();
  }

  @Provides
  @Singleton
  static OpenDatabases openDatabases() {
    return new OpenDatabases();
  }

  @Provides
  @Singleton
  static Database database(Storage storage, DatabaseSettings settings, OpenDatabases opened) {
    return opened.add(storage.database(settings));
  }

  @Provides
  static Storage storage(
      Invocation invocation, DatabaseSettings settings, Map<String, Provider<Storage>> storages) {
    String kind = invocation.offline().isPresent() ? OFFLINE : settings.url().scheme();
    return serving(kind, settings.url(), storages);
  }

  /**
   * {@return what serves a kind of database}
   *
   * @param kind a URL's scheme, or {@link #OFFLINE}
   * @throws UnusableDatabaseException if nothing does
   */
  static <T> T serving(String kind, DatabaseUrl url, Map<String, Provider<T>> kinds) {
    Provider<T> found = kinds.get(kind);
    if (found == null) {
      throw new UnusableDatabaseException(
          "There is no storage for '%s', the scheme of %s.".formatted(kind, url),
          "Use one of: %s."
              .formatted(
                  new TreeSet<>(kinds.keySet())
                      .stream()
                          .filter(scheme -> !scheme.equals(OFFLINE))
                          .collect(Collectors.joining(", "))));
    }
    return found.get();
  }

  @Provides
  static DdlFormat ddlFormat() {
    return new SqlDdlFormat();
  }

  @Provides
  static Dialect dialect(Map<String, Provider<Dialect>> dialects, DatabaseSettings settings) {
    Provider<Dialect> dialect = dialects.get(settings.url().scheme());
    if (dialect == null) {
      throw new UnusableDatabaseException(
          "There is no dialect for '%s', the scheme of %s."
              .formatted(settings.url().scheme(), settings.url()),
          "Use one of: %s.".formatted(String.join(", ", new TreeSet<>(dialects.keySet()))));
    }
    return dialect.get();
  }
}
