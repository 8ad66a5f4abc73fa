package io.limbeck.adapter.postgresql;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import io.limbeck.adapter.postgresql.schema.PostgresqlDialect;
import io.limbeck.application.copy.RowStorage;
import io.limbeck.application.database.Dialect;
import io.limbeck.application.database.Storage;

/** Puts PostgreSQL among the kinds of database and their dialects. */
@Module
public interface PostgresqlModule {
  // Lambdas: nothing of PostgreSQL is loaded before a URL asks for it.
  @Provides
  @IntoMap
  @StringKey("postgresql")
  static Storage storage() {
    return settings -> PostgresqlDatabase.of(settings);
  }

  @Provides
  @IntoMap
  @StringKey("postgresql")
  static RowStorage rows() {
    return settings -> PostgresqlRows.of(settings);
  }

  @Provides
  @IntoMap
  @StringKey("postgresql")
  static Dialect dialect() {
    return new PostgresqlDialect();
  }
}
