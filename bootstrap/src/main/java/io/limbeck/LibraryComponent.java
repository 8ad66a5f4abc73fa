package io.limbeck;

import dagger.BindsInstance;
import dagger.Component;
import io.limbeck.adapter.files.FilesModule;
import io.limbeck.application.Invocation;
import io.limbeck.application.admin.AdminServer;
import io.limbeck.application.admin.Gate;
import io.limbeck.application.author.Check;
import io.limbeck.application.history.Current;
import io.limbeck.application.history.ListHistory;
import io.limbeck.application.migrate.Downgrade;
import io.limbeck.application.migrate.Stamp;
import io.limbeck.application.migrate.Upgrade;
import io.limbeck.application.verify.Drift;
import io.limbeck.application.verify.Verify;
import jakarta.inject.Singleton;

/** The library's wiring. */
@Singleton
@Component(
    modules = {
      UseCases.class,
      Foundations.class,
      Serving.class,
      FilesModule.class,
      Databases.class
    })
interface LibraryComponent {
  Upgrade upgrade();

  Downgrade downgrade();

  Stamp stamp();

  Current current();

  ListHistory listHistory();

  Check check();

  Drift drift();

  Verify verify();

  AdminServer adminServer();

  Gate gate();

  OpenDatabases openDatabases();

  /** Makes the component for one database and its scripts. */
  @Component.Factory
  interface Factory {
    LibraryComponent create(@BindsInstance Invocation invocation);
  }
}
