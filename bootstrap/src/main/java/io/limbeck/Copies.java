package io.limbeck;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.Multibinds;
import io.limbeck.application.copy.Copy;
import io.limbeck.application.copy.RowStorage;
import io.limbeck.application.copy.Rows;
import io.limbeck.application.copy.Side;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Storage;
import jakarta.inject.Provider;
import java.util.Map;
import java.util.function.Function;

/** Copies from the configured database to others. */
@Module(includes = Copies.Kinds.class)
final class Copies {
  private Copies() {}

  /** What there need be none of. */
  @Module
  interface Kinds {
    @Multibinds
    Map<String, RowStorage> rows();
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
      Database target = Foundations.serving(url.scheme(), url, storages).database(other);
      return new Copy(source, new Side(url, opened.add(target), rows(other, rows)));
    };
  }

  private static Rows rows(DatabaseSettings settings, Map<String, Provider<RowStorage>> kinds) {
    return Foundations.serving(settings.url().scheme(), settings.url(), kinds).rows(settings);
  }
}
