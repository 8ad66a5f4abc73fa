package io.limbeck.adapter.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.StatementFailedException;
import io.limbeck.application.database.Steps;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.schema.Constraint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2DatabaseTest {
  private static final Heads A = Heads.of("a");
  private static final String MADE = "CREATE TABLE made (name VARCHAR(20))";

  @TempDir private Path folder;

  @Test
  void a_database_in_memory_lives_as_long_as_it_is_open() {
    String url = "jdbc:h2:mem:here";

    try (Database database = at(url)) {
      assertThat(database.exists()).isFalse();
      apply(database, Steps.upgrade(Heads.none(), "a", MADE));

      assertThat(database.exists()).isTrue();
      assertThat(database.heads()).isEqualTo(A);
    }

    try (Database database = at(url)) {
      assertThat(database.exists()).isFalse();
    }
  }

  @Test
  void a_database_without_a_name_is_its_own() {
    try (Database one = at("jdbc:h2:mem:");
        Database two = at("h2:mem:")) {
      apply(one, Steps.upgrade(Heads.none(), "a", MADE));

      assertThat(one.heads()).isEqualTo(A);
      assertThat(two.heads()).isEqualTo(Heads.none());
      assertThat(one.name()).isEqualTo("jdbc:h2:mem:");
    }
  }

  @Test
  void a_relative_file_is_in_the_working_directory() {
    try (Database database = at("jdbc:h2:./data/app")) {
      assertThat(database.name()).isEqualTo(folder.resolve("data/app.mv.db").toString());
      assertThat(database.exists()).isFalse();

      apply(database, Steps.upgrade(Heads.none(), "a", MADE));

      assertThat(database.exists()).isTrue();
    }
    assertThat(folder.resolve("data/app.mv.db")).exists();
  }

  @Test
  void the_version_table_is_found_in_any_spelling() throws SQLException {
    for (String table : List.of("alembic_version", "\"alembic_version\"")) {
      String column = table.startsWith("\"") ? "\"version_num\"" : "version_num";
      try (Database database = at("jdbc:h2:mem:spelled");
          Connection application = connect("jdbc:h2:mem:spelled");
          Statement statement = application.createStatement()) {
        statement.execute("CREATE TABLE %s (%s VARCHAR(32))".formatted(table, column));
        statement.execute("INSERT INTO %s VALUES ('a')".formatted(table));

        assertThat(database.heads()).isEqualTo(A);
        apply(database, Steps.upgrade(A, "b"));
        assertThat(database.heads()).isEqualTo(Heads.of("b"));
      }
    }
  }

  @Test
  void one_statement_that_stays_is_told() {
    try (Database database = at("jdbc:h2:mem:one")) {
      assertThatThrownBy(() -> apply(database, Steps.upgrade(Heads.none(), "a", MADE, "fail")))
          .isInstanceOf(StatementFailedException.class)
          .hasMessage(
              "Revision a failed at /scripts/a.sql:2: Syntax error in SQL statement \"[*]fail\"."
                  + " The database stands at base, but statement 1 of 2 took effect and"
                  + " stays, since it commits each change to the schema at once: undo it by hand."
                  + " Mend the script and run again.");
    }
  }

  @Test
  void a_failing_change_to_the_schema_commits_what_came_before_it_and_that_is_told() {
    try (Database database = at("jdbc:h2:mem:ddl")) {
      apply(database, Steps.upgrade(Heads.none(), "a", MADE));

      assertThatThrownBy(
              () -> apply(database, Steps.upgrade(A, "b", "INSERT INTO made VALUES ('x')", MADE)))
          .isInstanceOf(StatementFailedException.class)
          .hasMessage(
              "Revision b failed at /scripts/b.sql:2: Table \"MADE\" already exists. The database"
                  + " stands at a, but statement 1 of 2 took effect and stays, since it commits"
                  + " each change to the schema at once: undo it by hand. Mend the script and run"
                  + " again. If a run of this revision failed before, what it did is still there:"
                  + " drift tells what is not as the revisions make it.");
    }
  }

  @Test
  void an_index_that_foreign_keys_use_can_be_dropped() {
    try (Database database = at("jdbc:h2:mem:index")) {
      apply(
          database,
          Steps.upgrade(
              Heads.none(),
              "a",
              "CREATE TABLE p (id INT PRIMARY KEY)",
              "CREATE TABLE q (id INT PRIMARY KEY)",
              "CREATE TABLE c (p INT)",
              "CREATE INDEX ix ON c (p)",
              "ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p ON DELETE CASCADE",
              "ALTER TABLE c ADD CONSTRAINT \"To Q\" FOREIGN KEY (p) REFERENCES q",
              "ALTER TABLE c ADD CONSTRAINT once UNIQUE (p)"));
      List<Constraint> before = constraints(database);

      apply(database, Steps.upgrade(A, "b", "DROP INDEX ix"));

      assertThat(constraints(database)).hasSize(3).isEqualTo(before);
      assertThat(database.schema().tables().getFirst().indexes()).isEmpty();
      assertThat(database.history()).hasSize(2);
    }
  }

  @Test
  void an_index_that_a_unique_constraint_uses_cannot_be_dropped() {
    try (Database database = at("jdbc:h2:mem:unique")) {
      apply(
          database,
          Steps.upgrade(
              Heads.none(),
              "a",
              "CREATE TABLE c (p INT)",
              "CREATE UNIQUE INDEX ix ON c (p)",
              "ALTER TABLE c ADD CONSTRAINT once UNIQUE (p)"));

      assertThatThrownBy(() -> apply(database, Steps.upgrade(A, "b", "DROP INDEX ix")))
          .isInstanceOf(StatementFailedException.class)
          .hasMessage(
              "Revision b failed at /scripts/b.sql:1: Index \"IX\" belongs to constraint"
                  + " \"ONCE\". The database is as it was before this revision, at a. Mend the"
                  + " script and run again.");
    }
  }

  private static List<Constraint> constraints(Database database) {
    return database.schema().tables().getFirst().constraints();
  }

  @Test
  void no_message_holds_the_password() throws SQLException {
    String url = "jdbc:h2:mem:safe;USER=ada;PASSWORD=geheim";

    try (Connection owner = connect(url);
        Database database = at(url.replace("geheim", "falsch"))) {
      assertThat(owner.isValid(1)).isTrue();
      assertThatThrownBy(database::heads)
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "jdbc:h2:mem:safe;USER=ada;PASSWORD=*** refuses the user or the password. Correct"
                  + " USER and PASSWORD in the database URL.");
    }
  }

  @Test
  void a_database_that_must_exist_is_not_made() {
    try (Database database = at("jdbc:h2:./app;IFEXISTS=TRUE")) {
      assertThatThrownBy(() -> apply(database, Steps.upgrade(Heads.none(), "a", MADE)))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "%s does not exist, and its URL says IFEXISTS=TRUE, so it is not made. Take"
                      .formatted(folder.resolve("app.mv.db"))
                  + " IFEXISTS=TRUE out of the database URL, or correct the path.");
    }
  }

  @Test
  void a_file_that_is_no_database_is_told() throws IOException {
    Path file = folder.resolve("app.mv.db");
    Files.writeString(file, "These are notes, and no database at all.\n".repeat(500));

    try (Database database = at("jdbc:h2:./app")) {
      assertThatThrownBy(database::heads)
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "%s is damaged, or no H2 database, or it is encrypted. Restore it from a backup, or"
                      .formatted(file)
                  + " correct the database URL.");
    }
  }

  @Test
  void a_file_that_a_statement_misses_is_the_statements_failure() {
    try (Database database = at("jdbc:h2:./app")) {
      assertThatThrownBy(() ->
              apply(
                  database,
                  Steps.upgrade(Heads.none(), "a", "CALL FILE_READ('%s/none')".formatted(folder))))
          .isInstanceOf(StatementFailedException.class)
          .hasMessageStartingWith("Revision a failed at /scripts/a.sql:1: IO Exception: ");
    }
  }

  @Test
  void a_schema_that_is_not_there_is_told() {
    try (Database database = at("jdbc:h2:mem:schemas", Optional.of("ops"))) {
      assertThatThrownBy(() -> apply(database, Steps.upgrade(Heads.none(), "a", MADE)))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "jdbc:h2:mem:schemas has not the schema that version_table_schema names. Make the"
                  + " schema, or leave version_table_schema out.");
    }
  }

  private Database at(String url) {
    return at(url, Optional.empty());
  }

  private Database at(String url, Optional<String> schema) {
    return H2Module.storage()
        .database(
            new DatabaseSettings(
                DatabaseUrl.parse(url),
                folder,
                "alembic_version",
                "limbeck_history",
                schema,
                Duration.ofSeconds(5),
                new DatabaseSettings.Signature("ada@engine", "0.1.0"),
                InstantSource.system()));
  }

  private static Connection connect(String url) throws SQLException {
    return Driver.load().connect(url, new Properties());
  }

  private static void apply(Database database, ScriptedStep... steps) {
    try (Database.Session session = database.open()) {
      session.apply(List.of(steps), Progress.none());
    }
  }
}
