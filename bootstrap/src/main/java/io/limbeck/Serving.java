package io.limbeck;

import dagger.Module;
import dagger.Provides;
import io.limbeck.application.MigrationSettings;
import io.limbeck.application.admin.AdminException;
import io.limbeck.application.admin.AdminServer;
import io.limbeck.application.admin.Gate;
import io.limbeck.application.admin.Mark;
import io.limbeck.application.author.ComparisonSettings;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Storage;
import io.limbeck.application.history.KnownHistory;
import io.limbeck.application.script.LatestScripts;
import io.limbeck.application.script.ScriptFormat;
import java.util.Optional;

/** What it takes to serve the admin; apart, so that no other command loads a class for it. */
@Module
final class Serving {
  private Serving() {}

  @Provides
  static AdminServer adminServer() {
    return LateService.find(AdminServer.class, "http")
        .orElseThrow(() ->
            new AdminException(
                "This program has no server: limbeck-adapters-http is not there.",
                "Add it to the class path."));
  }

  @Provides
  static Gate gate(
      LatestScripts scripts,
      Storage storage,
      DatabaseSettings settings,
      ScriptFormat format,
      MigrationSettings migration,
      ComparisonSettings comparison,
      Optional<Mark> mark) {
    return new OpenGate(
        scripts, storage, settings, format, migration, comparison, mark, new KnownHistory());
  }
}
