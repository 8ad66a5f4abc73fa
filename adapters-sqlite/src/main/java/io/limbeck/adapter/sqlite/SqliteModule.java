package io.limbeck.adapter.sqlite;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import io.limbeck.adapter.sqlite.schema.SqliteDialect;
import io.limbeck.application.copy.RowStorage;
import io.limbeck.application.database.Dialect;
import io.limbeck.application.database.Storage;

/** Puts SQLite among the kinds of database and their dialects. */
@Module
public interface SqliteModule {
  @Provides
  @IntoMap
  @StringKey("sqlite")
  static Storage storage() {
    return new SqliteStorage();
  }

  @Provides
  @IntoMap
  @StringKey("sqlite")
  static RowStorage rows() {
    return settings -> SqliteFileRows.of(settings);
  }

  @Provides
  @IntoMap
  @StringKey("sqlite")
  static Dialect dialect() {
    return SqliteDialect.standard();
  }
}
