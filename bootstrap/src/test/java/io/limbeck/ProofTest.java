package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import dagger.BindsInstance;
import dagger.Component;
import io.limbeck.adapter.cli.CliModule;
import io.limbeck.adapter.files.FilesModule;
import io.limbeck.adapter.sqlite.SqliteModule;
import io.limbeck.application.Invocation;
import io.limbeck.application.author.Autogenerate;
import io.limbeck.application.author.ComparisonSettings;
import io.limbeck.application.author.NewRevision;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.Dialect;
import io.limbeck.application.models.Models;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.revision.RevisionId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a script is caught when it is generated, and by verify if it was written. */
class ProofTest {
  @TempDir Path folder;
  private Project project;

  @Singleton
  @Component(modules = {UseCases.class, Foundations.class, FilesModule.class, SqliteModule.class})
  interface Program {
    NewRevision newRevision();

    Scripts scripts();

    ScriptFormat format();

    Database database();

    Models models();

    Dialect dialect();

    ComparisonSettings settings();

    @Component.Factory
    interface Factory {
      Program of(@BindsInstance CliModule.World world, @BindsInstance Invocation invocation);
    }
  }

  @BeforeEach
  void write_a_project_whose_models_have_an_index_and_a_check_more() {
    project = Project.drawn(folder);
    project.write(
        "alembic.ini",
        """
        [alembic]
        script_location = %(here)s/migrations
        sqlalchemy.url = sqlite:///%(here)s/app.db
        models = models.sql
        """);
    project.script(
        "a", "", "CREATE TABLE users (id INTEGER PRIMARY KEY, age INTEGER);", "DROP TABLE users;");
    project.write(
        "models.sql",
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, age INTEGER CHECK (age >= 0));
        CREATE INDEX ix_age ON users (age);
        """);
    project.limbeck("upgrade", "head");
  }

  @Test
  void a_downgrade_that_forgets_an_index() throws IOException {
    List<String> problems = problems(Operation.DropIndex.class);

    assertThat(problems)
        .containsExactly(
            "its downgrade does not lead back: index ix_age on users (age) is not in what it should"
                + " be",
            "its upgrade fails the second time: Revision b failed at the new script:9: index ix_age"
                + " already exists");
    assertThat(verified())
        .containsExactly(
            "b: its downgrade does not lead back: index ix_age on users (age) is not in what it"
                + " should be");
  }

  @Test
  void a_downgrade_that_fails() throws IOException {
    List<String> problems = problems(Operation.DropConstraint.class, "DROP TABLE nowhere");

    assertThat(problems)
        .containsExactly(
            "its downgrade fails: Revision b failed at the new script:13: no such table: nowhere");
    assertThat(verified())
        .containsExactly(
            "b: its downgrade fails: Revision b failed at %s:14: no such table: nowhere"
                .formatted(script()));
  }

  @Test
  void a_downgrade_that_fails_on_the_rows_of_a_new_table() throws IOException {
    project.write(
        "models.sql",
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, age INTEGER);
        CREATE TABLE posts (author INTEGER REFERENCES users (id));
        """);

    List<String> problems =
        problems(
            Operation.DropTable.class,
            "ALTER TABLE posts ADD COLUMN n TEXT NOT NULL",
            "DROP TABLE posts");

    assertThat(problems)
        .contains(
            "its downgrade fails: Revision b failed at the new script:15: posts.n is NOT NULL"
                + " without a default, and there is 1 row");
  }

  @Test
  void an_upgrade_that_does_not_reach_the_models() throws IOException {
    List<String> problems = problems(Operation.CreateIndex.class);

    assertThat(problems)
        .contains(
            "its upgrade does not reach the models: index ix_age on users (age) is missing",
            "its downgrade fails: Revision b failed at the new script:11: no such index: ix_age");
  }

  @Test
  void an_upgrade_that_fails_on_tables_with_rows() throws IOException {
    List<String> problems =
        problems(Operation.AddConstraint.class, "ALTER TABLE users ADD COLUMN name TEXT NOT NULL");

    String sentence =
        "its upgrade fails on tables with rows: Revision b failed at %s:%d: users.name is NOT NULL"
            + " without a default, and there is 1 row";
    assertThat(problems).containsExactly(sentence.formatted("the new script", 8));
    assertThat(verified()).containsExactly("b: " + sentence.formatted(script(), 9));
  }

  /**
   * Generates a script in which a mistake was made, and {@return what the proof says}.
   *
   * @param mistaken the operations in whose place {@code statements} are written
   */
  private List<String> problems(Class<? extends Operation> mistaken, String... statements)
      throws IOException {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Program program =
        DaggerProofTest_Program.factory()
            .of(
                new CliModule.World(nowhere, nowhere, Map.of(), folder, false),
                new Invocation(
                    Optional.of(folder.resolve("alembic.ini")),
                    Invocation.DEFAULT_SECTION,
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    folder,
                    Optional.empty()));
    Dialect right = program.dialect();
    Dialect wrong =
        operation -> mistaken.isInstance(operation) ? List.of(statements) : right.render(operation);
    try (Database database = program.database()) {
      Autogenerate.Generated generated =
          new Autogenerate(
                  program.newRevision(),
                  program.scripts(),
                  program.format(),
                  database,
                  program.models(),
                  wrong,
                  program.settings())
              .on(
                  "head",
                  false,
                  List.of(),
                  new NewRevision.Wish(
                      "b", Optional.of(new RevisionId("b")), Optional.empty(), Optional.empty()),
                  false);
      List<String> problems = generated.proof().orElseThrow().problems();
      assertThat(Files.readString(script())).contains("-- Proof: none, " + problems.getFirst());
      return problems;
    }
  }

  private List<String> verified() {
    Project.Printed printed = project.limbeck("verify");
    assertThat(printed.exitCode()).isEqualTo(1);
    return printed.lines();
  }

  private Path script() {
    return project.versions().resolve("b_b.sql");
  }
}
