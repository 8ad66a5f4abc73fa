package io.limbeck.adapter.files;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import io.limbeck.application.Invocation;
import io.limbeck.application.MigrationSettings;
import io.limbeck.application.admin.Mark;
import io.limbeck.application.author.ComparisonSettings;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Storage;
import io.limbeck.application.models.DdlFormat;
import io.limbeck.application.models.EntityMapper;
import io.limbeck.application.models.Models;
import io.limbeck.application.script.LatestScripts;
import io.limbeck.application.script.Scaffold;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.Scripts;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The configuration file and what it names. Nothing is read before it is needed, and then once: the
 * component has to be a {@link Singleton}.
 */
@Module(includes = FilesModule.Offline.class)
public final class FilesModule {
  private FilesModule() {}

  @Provides
  @Singleton
  static Configuration configuration(Invocation invocation) {
    return Configuration.of(invocation);
  }

  @Provides
  @Singleton
  static Scripts scripts(
      Configuration configuration, Invocation invocation, ScriptFormat format, InstantSource now) {
    return new ScriptFolder(configuration, invocation.workingDirectory(), format, now);
  }

  @Provides
  @Singleton
  static LatestScripts latestScripts(
      Configuration configuration, Invocation invocation, ScriptFormat format, InstantSource now) {
    return new WatchedFolder(
        () -> new ScriptFolder(configuration, invocation.workingDirectory(), format, now));
  }

  @Provides
  static Optional<Mark> mark(Configuration configuration) {
    return new MarkConfiguration(configuration).mark();
  }

  @Provides
  @Singleton
  static DatabaseSettings databaseSettings(
      Configuration configuration,
      Invocation invocation,
      DatabaseSettings.Signature signature,
      InstantSource clock) {
    return new DatabaseConfiguration(configuration, invocation).settings(signature, clock);
  }

  @Provides
  static MigrationSettings migrationSettings(Configuration configuration) {
    return new MigrationSettings(!configuration.flag("transaction_per_migration", true));
  }

  @Provides
  static Models models(
      Configuration configuration,
      Invocation invocation,
      DdlFormat format,
      Provider<EntityMapper> mapper,
      Provider<DatabaseSettings> database) {
    return new ConfiguredModels(configuration, invocation, format, mapper::get, database::get);
  }

  @Provides
  static ComparisonSettings comparisonSettings(Configuration configuration) {
    return new ComparisonSettings(
        configuration.words("include"),
        configuration.words("exclude"),
        configuration.flag("compare_server_default", false));
  }

  @Provides
  static Scaffold scaffold(Invocation invocation) {
    return new AlembicScaffold(invocation);
  }

  /** Offline mode: for whoever has scripts from elsewhere, too. */
  @Module
  public static final class Offline {
    private Offline() {}

    /** The key is no scheme: it is for whoever asks for offline mode. */
    @Provides
    @IntoMap
    @StringKey("offline")
    static Storage offline(
        Invocation invocation, Provider<Scripts> scripts, Map<String, Provider<Storage>> storages) {
      return settings ->
          new OfflineDatabase(
              settings,
              invocation
                  .offline()
                  .orElseThrow(() -> new IllegalStateException("this is no offline run")),
              scripts.get(),
              kind(storages.get(settings.url().scheme())));
    }

    /** SQL can be written for a kind of database that this program does not reach. */
    private static Storage kind(@Nullable Provider<Storage> known) {
      return known == null
          ? settings -> {
            throw new IllegalStateException("offline mode opens no database");
          }
          : known.get();
    }
  }
}
