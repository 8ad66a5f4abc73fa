package io.limbeck;

import dagger.BindsInstance;
import dagger.Component;
import io.limbeck.adapter.cli.CliModule;
import io.limbeck.adapter.files.FilesModule;
import jakarta.inject.Singleton;

/** The program's wiring. */
@Singleton
@Component(
    modules = {
      UseCases.class,
      Foundations.class,
      Serving.class,
      Copies.class,
      CliModule.class,
      FilesModule.class,
      Databases.class
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
