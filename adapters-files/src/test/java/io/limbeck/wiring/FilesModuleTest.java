package io.limbeck.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dagger.BindsInstance;
import dagger.Component;
import io.limbeck.adapter.files.FilesModule;
import io.limbeck.application.Invocation;
import io.limbeck.application.MigrationSettings;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Storage;
import io.limbeck.application.script.Scaffold;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.Scripts;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

/** The module as a program in another package uses it. */
class FilesModuleTest {
  @TempDir Path folder;

  @Singleton
  @Component(modules = FilesModule.class)
  interface Program {
    Scripts scripts();

    DatabaseSettings databaseSettings();

    MigrationSettings migrationSettings();

    Scaffold scaffold();

    Map<String, Storage> storages();

    @Component.Factory
    interface Factory {
      Program of(
          @BindsInstance Invocation invocation,
          @BindsInstance ScriptFormat format,
          @BindsInstance DatabaseSettings.Signature signature,
          @BindsInstance InstantSource clock);
    }
  }

  @Test
  void gives_a_program_all_that_files_can_say() throws IOException {
    StringBuilder out = new StringBuilder();
    Invocation invocation =
        new Invocation(
            Optional.empty(),
            Invocation.DEFAULT_SECTION,
            Optional.of("sqlite:///x.db"),
            Map.of("transaction_per_migration", "false"),
            Map.of(),
            folder,
            Optional.of(new Invocation.Offline(List.of("base"), out)));
    Program program =
        DaggerFilesModuleTest_Program.factory()
            .of(
                invocation,
                Mockito.mock(),
                new DatabaseSettings.Signature("me@here", "1"),
                InstantSource.system());

    program.scaffold().create(Path.of("migrations"));

    assertThat(program.scripts()).isSameAs(program.scripts());
    assertThat(program.scripts().locations())
        .containsExactly(folder.resolve("migrations/versions"));
    assertThat(program.migrationSettings().atomic()).isTrue();
    assertThat(program.databaseSettings().url().full()).isEqualTo("sqlite:///x.db");
    assertThat(program.storages()).containsOnlyKeys("offline");
    assertThat(program.storages().get("offline"))
        .extracting(storage -> storage.database(program.databaseSettings()).dialect())
        .isEqualTo("sqlite");
    assertThat(Files.exists(folder.resolve("x.db"))).isFalse();
  }
}
