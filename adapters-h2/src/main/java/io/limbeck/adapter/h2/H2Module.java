package io.limbeck.adapter.h2;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import io.limbeck.adapter.h2.schema.H2Dialect;
import io.limbeck.application.copy.RowStorage;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Dialect;
import io.limbeck.application.database.Storage;

/** Puts H2 among the kinds of database and their dialects. */
@Module
public interface H2Module {
  // A lambda: nothing of H2 is loaded before a URL asks for it.
  @Provides
  @IntoMap
  @StringKey("h2")
  static Storage storage() {
    return settings -> H2Database.of(settings);
  }

  @Provides
  @IntoMap
  @StringKey("h2")
  static RowStorage rows() {
    return settings -> H2Rows.of(settings);
  }

  @Provides
  @IntoMap
  @StringKey("h2")
  static Dialect dialect(DatabaseSettings settings) {
    H2Url url = H2Url.parse(settings.url(), settings.workingDirectory());
    return H2Dialect.of(url.options().folding());
  }
}
