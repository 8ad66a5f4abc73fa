package io.limbeck;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.Multibinds;
import io.limbeck.adapter.cli.CliModule;
import io.limbeck.adapter.sql.SqlDdlFormat;
import io.limbeck.adapter.sql.SqlScriptFormat;
import io.limbeck.application.Invocation;
import io.limbeck.application.MigrationSettings;
import io.limbeck.application.author.Autogenerate;
import io.limbeck.application.author.Check;
import io.limbeck.application.author.ComparisonSettings;
import io.limbeck.application.author.NewRevision;
import io.limbeck.application.copy.Copy;
import io.limbeck.application.copy.RowStorage;
import io.limbeck.application.copy.Rows;
import io.limbeck.application.copy.Side;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Dialect;
import io.limbeck.application.database.Storage;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.application.history.Current;
import io.limbeck.application.history.ListBranches;
import io.limbeck.application.history.ListHeads;
import io.limbeck.application.history.ListHistory;
import io.limbeck.application.history.Show;
import io.limbeck.application.migrate.Downgrade;
import io.limbeck.application.migrate.EnsureVersion;
import io.limbeck.application.migrate.Stamp;
import io.limbeck.application.migrate.Upgrade;
import io.limbeck.application.models.DdlFormat;
import io.limbeck.application.models.EntityMapper;
import io.limbeck.application.models.Models;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.Scripts;
import io.limbeck.application.verify.Drift;
import io.limbeck.application.verify.Verify;
import io.limbeck.domain.diff.Selection;
import io.limbeck.domain.revision.RevisionId;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every use case and what it is made of. */
@Module(includes = UseCases.Kinds.class)
final class UseCases {
  private static final String OFFLINE = "offline";

  // A script may have a section for a database that this program cannot reach.
  private static final Set<String> DIALECTS = Set.of("sqlite", "h2", "postgresql");

  private UseCases() {}

  /** What there need be none of. */
  @Module
  interface Kinds {
    @Multibinds
    Map<String, RowStorage> rows();
  }

  @Provides
  static InstantSource clock() {
    return InstantSource.system();
  }

  @Provides
  static DatabaseSettings.Signature signature(CliModule.World world) {
    return new DatabaseSettings.Signature(
        System.getProperty("user.name", "unknown") + "@" + Machine.name(world.environment()),
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
  static Database database(
      Invocation invocation,
      DatabaseSettings settings,
      Map<String, Provider<Storage>> storages,
      OpenDatabases opened) {
    String kind = invocation.offline().isPresent() ? OFFLINE : settings.url().scheme();
    return opened.add(serving(kind, settings.url(), storages).database(settings));
  }

  /** {@return what serves a kind of database} */
  private static <T> T serving(String kind, DatabaseUrl url, Map<String, Provider<T>> kinds) {
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

  /** What the source and its target differ in is their URL. */
  @Provides
  static Function<DatabaseUrl, Copy> copies(
      DatabaseSettings settings,
      Database database,
      Map<String, Provider<Storage>> storages,
      Map<String, Provider<RowStorage>> rows,
      OpenDatabases opened) {
    Side source = new Side(settings.url(), database, rows(settings, rows));
    return url -> {
      DatabaseSettings other = settings.at(url);
      Database target = serving(url.scheme(), url, storages).database(other);
      return new Copy(source, new Side(url, opened.add(target), rows(other, rows)));
    };
  }

  private static Rows rows(DatabaseSettings settings, Map<String, Provider<RowStorage>> kinds) {
    return serving(settings.url().scheme(), settings.url(), kinds).rows(settings);
  }

  @Provides
  static Upgrade upgrade(Scripts scripts, Database database, MigrationSettings settings) {
    return new Upgrade(scripts, database, settings);
  }

  @Provides
  static Downgrade downgrade(
      Scripts scripts, ScriptFormat format, Database database, MigrationSettings settings) {
    return new Downgrade(scripts, format, database, settings);
  }

  @Provides
  static Stamp stamp(Scripts scripts, Database database) {
    return new Stamp(scripts, database);
  }

  @Provides
  static EnsureVersion ensureVersion(Database database) {
    return new EnsureVersion(database);
  }

  @Provides
  static Current current(Scripts scripts, Database database) {
    return new Current(scripts, database);
  }

  @Provides
  static ListHistory listHistory(Scripts scripts, Provider<Database> database) {
    return new ListHistory(scripts, database::get);
  }

  @Provides
  static ListHeads listHeads(Scripts scripts) {
    return new ListHeads(scripts);
  }

  @Provides
  static ListBranches listBranches(Scripts scripts) {
    return new ListBranches(scripts);
  }

  @Provides
  static Show show(Scripts scripts, Provider<Database> database) {
    return new Show(scripts, database::get);
  }

  @Provides
  static NewRevision newRevision(Scripts scripts) {
    return new NewRevision(scripts, UseCases::newId);
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

  @Provides
  static Autogenerate autogenerate(
      NewRevision newRevision,
      Scripts scripts,
      ScriptFormat format,
      Database database,
      Models models,
      Dialect dialect,
      ComparisonSettings settings) {
    return new Autogenerate(newRevision, scripts, format, database, models, dialect, settings);
  }

  @Provides
  static Check check(
      Scripts scripts, Database database, Models models, ComparisonSettings settings) {
    return new Check(scripts, database, models, settings);
  }

  @Provides
  static Drift drift(Scripts scripts, Database database, ComparisonSettings settings) {
    return new Drift(scripts, database, new Selection(settings.include(), settings.exclude()));
  }

  @Provides
  static Verify verify(Scripts scripts, Database database) {
    return new Verify(scripts, database);
  }

  /** Twelve hexadecimal digits, as Alembic makes them. */
  private static RevisionId newId() {
    String digits = UUID.randomUUID().toString().replace("-", "");
    return new RevisionId(digits.substring(digits.length() - 12));
  }
}
