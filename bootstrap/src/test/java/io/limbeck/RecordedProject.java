package io.limbeck;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import io.limbeck.adapter.cli.CliModule;
import io.limbeck.adapter.files.FilesModule;
import io.limbeck.application.MigrationSettings;
import io.limbeck.application.admin.Mark;
import io.limbeck.application.author.ComparisonSettings;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Dialect;
import io.limbeck.application.database.InMemoryDatabase;
import io.limbeck.application.database.Storage;
import io.limbeck.application.models.Models;
import io.limbeck.application.models.ModelsException;
import io.limbeck.application.script.InMemoryScripts;
import io.limbeck.application.script.LatestScripts;
import io.limbeck.application.script.Scaffold;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.VectorFile;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real program over a recorded graph: neither its scripts nor its database are files. */
final class RecordedProject {
  private final VectorFile.Case question;

  RecordedProject(VectorFile.Case question) {
    this.question = question;
  }

  /** What a run printed. */
  record Printed(int exitCode, List<String> out, String err) {}

  Printed run(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CliModule.World world =
        new CliModule.World(
            new PrintWriter(out), new PrintWriter(err), Map.of(), Path.of("/"), false);
    int exitCode =
        DaggerRecordedProject_Program.factory()
            .create(world, question)
            .program()
            .run(arguments.toArray(String[]::new));
    return new Printed(exitCode, out.toString().lines().toList(), err.toString());
  }

  @Singleton
  @Component(
      modules = {
        UseCases.class,
        Foundations.class,
        Serving.class,
        Copies.class,
        CliModule.class,
        FilesModule.Offline.class,
        Recorded.class
      })
  interface Program {
    CliModule.Program program();

    @Component.Factory
    interface Factory {
      Program create(@BindsInstance CliModule.World world, @BindsInstance VectorFile.Case question);
    }
  }

  @Module
  static final class Recorded {
    private Recorded() {}

    @Provides
    @Singleton
    static Scripts scripts(VectorFile.Case question) {
      return new InMemoryScripts(question.file().revisions());
    }

    @Provides
    static LatestScripts latestScripts(Scripts scripts) {
      return () -> scripts;
    }

    @Provides
    static Optional<Mark> mark() {
      return Optional.empty();
    }

    @Provides
    static DatabaseSettings settings(
        VectorFile.Case question, DatabaseSettings.Signature signature, InstantSource clock) {
      return new DatabaseSettings(
          DatabaseUrl.parse(question.kind().equals("offline") ? "sqlite://" : "memory:"),
          Path.of("/"),
          "alembic_version",
          "limbeck_history",
          Optional.empty(),
          Duration.ofSeconds(1),
          signature,
          clock);
    }

    @Provides
    static MigrationSettings migrationSettings() {
      return new MigrationSettings(false);
    }

    @Provides
    static ComparisonSettings comparisonSettings() {
      return new ComparisonSettings(List.of(), List.of(), false);
    }

    @Provides
    static Models models() {
      return () -> {
        throw new ModelsException("Recorded projects have no models.", "Ask for something else.");
      };
    }

    @Provides
    @IntoMap
    @StringKey("memory")
    static Dialect dialect() {
      return operation -> List.of();
    }

    @Provides
    static Scaffold scaffold() {
      return directory -> List.of();
    }

    @Provides
    @IntoMap
    @StringKey("memory")
    static Storage memory(VectorFile.Case question) {
      return settings -> {
        InMemoryDatabase database = new InMemoryDatabase(settings);
        try (var session = database.open()) {
          session.ensureVersionTable();
        }
        question
            .texts("rows")
            .forEach(row -> database.execute("INSERT INTO alembic_version VALUES ('" + row + "')"));
        return database;
      };
    }
  }
}
