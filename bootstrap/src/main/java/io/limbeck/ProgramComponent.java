package io.limbeck;

import dagger.BindsInstance;
import dagger.Component;
import io.limbeck.adapter.cli.CliModule;
import io.limbeck.adapter.files.FilesModule;
import io.limbeck.adapter.h2.H2Module;
import io.limbeck.adapter.postgresql.PostgresqlModule;
import io.limbeck.adapter.sqlite.SqliteModule;
import jakarta.inject.Singleton;

/** The program's wiring: a new database is one module, named here. */
@Singleton
@Component(
    modules = {
      UseCases.class,
      Foundations.class,
      Copies.class,
      CliModule.class,
      FilesModule.class,
      SqliteModule.class,
      H2Module.class,
      PostgresqlModule.class
    })
interface ProgramComponent {
  CliModule.Program program();

  OpenDatabases openDatabases();

  /** Makes the component for one run. */
  @Component.Factory
  interface Factory {
    ProgramComponent create(@BindsInstance CliModule.World world);
  }
}
