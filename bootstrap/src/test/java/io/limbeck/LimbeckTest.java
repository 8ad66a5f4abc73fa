package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.admin.AdminListener;
import io.limbeck.application.admin.AdminServer;
import io.limbeck.application.admin.AdminSettings;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.StatementFailedException;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.application.history.ListedRevision;
import io.limbeck.application.migrate.LossNotConfirmedException;
import io.limbeck.application.migrate.Migration;
import io.limbeck.application.verify.Verify.Verified;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.Heads;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Limbeck as another program uses it. */
class LimbeckTest {
  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void write_a_project() {
    project = Project.drawn(folder, "a1 -> b2 -> c3");
  }

  private LimbeckBuilder sqlite() {
    return Limbeck.configure().url("jdbc:sqlite:" + project.database()).scripts(project.versions());
  }

  @Test
  void an_upgrade_returns_what_it_did() {
    try (Limbeck limbeck = sqlite().build()) {
      Migration migration = limbeck.upgrade();

      assertThat(migration.from()).isEqualTo(Heads.none());
      assertThat(migration.to()).isEqualTo(Heads.of("c3"));
      assertThat(migration.steps())
          .extracting(ScriptedStep::message)
          .hasSize(3)
          .contains("revision a1");
      assertThat(limbeck.upgrade("head").steps()).isEmpty();
      assertThat(limbeck.current().atHeads()).isTrue();
    }
    assertThat(project.rows()).containsExactly("c3");
  }

  @Test
  void a_plan_runs_nothing() {
    try (Limbeck limbeck = sqlite().build()) {
      assertThat(limbeck.plan("+2").to()).isEqualTo(Heads.of("b2"));
    }
    assertThat(Files.exists(project.database())).isFalse();
  }

  @Test
  void a_downgrade_that_loses_rows_names_the_database() {
    try (Limbeck limbeck = sqlite().build()) {
      limbeck.upgrade();

      assertThat(limbeck.planDowngrade("-1").losses()).hasToString("[t_c3 (1 row)]");
      assertThatThrownBy(() -> limbeck.downgrade("-1"))
          .isInstanceOf(LossNotConfirmedException.class);
      assertThat(limbeck.downgrade("-1", "app.db").to()).isEqualTo(Heads.of("b2"));
    }
  }

  @Test
  void a_stamp_records_and_the_history_shows_it() {
    try (Limbeck limbeck = sqlite().build()) {
      limbeck.stamp("b2");

      assertThat(limbeck.history())
          .extracting(revision -> revision.id().value() + (revision.isCurrent() ? " here" : ""))
          .containsExactly("c3", "b2 here", "a1");
      assertThat(limbeck.drift()).hasSize(2);
    }
  }

  @Test
  void models_are_compared_and_revisions_verified() {
    project.write("models.sql", "CREATE TABLE t_a1 (id INTEGER PRIMARY KEY, name TEXT);\n");
    try (Limbeck limbeck =
        sqlite().set("models", project.folder().resolve("models.sql").toString()).build()) {
      limbeck.upgrade();

      assertThat(limbeck.check().differences()).hasSize(2);
      Verified verified = limbeck.verify();
      assertThat(verified.tried()).isEqualTo(3);
      assertThat(verified.problems()).isEmpty();
    }
  }

  @Test
  void a_failure_says_what_to_do_and_what_the_database_was_left_with() {
    project.script("c3", "b2", "SELECT one FROM nowhere;", "");
    try (Limbeck limbeck = sqlite().build()) {
      assertThatThrownBy(limbeck::upgrade)
          .isInstanceOfSatisfying(
              StatementFailedException.class,
              failure -> {
                assertThat(failure.problem()).contains("no such table: nowhere");
                assertThat(failure.remedy()).contains("at b2");
              });
    }
  }

  @Test
  void all_revisions_can_be_one_transaction() {
    project.script("c3", "b2", "SELECT one FROM nowhere;", "");
    try (Limbeck limbeck = sqlite().together().build()) {
      assertThatThrownBy(limbeck::upgrade).isInstanceOf(StatementFailedException.class);

      assertThat(limbeck.current().rows()).isEqualTo(Heads.none());
    }
  }

  @Test
  void whoever_listens_is_told_how_it_gets_on() {
    List<String> told = new ArrayList<>();
    Progress listener =
        new Progress() {
          @Override
          public void started(ScriptedStep step, int number, int count) {
            told.add("%d of %d: %s".formatted(number, count, step.step().title()));
          }
        };

    try (Limbeck limbeck = sqlite().progress(listener).build()) {
      limbeck.upgrade("b2");
    }

    assertThat(told).containsExactly("1 of 2: upgrade  -> a1", "2 of 2: upgrade a1 -> b2");
  }

  @Test
  void a_configuration_file_is_read_where_one_is_named() {
    try (Limbeck limbeck = Limbeck.configure().config(folder.resolve("alembic.ini")).build()) {
      limbeck.upgrade("a1");
    }
    assertThat(project.rows()).containsExactly("a1");
  }

  @Test
  void what_is_said_in_the_program_comes_before_the_file() {
    try (Limbeck limbeck =
        Limbeck.configure()
            .config(folder.resolve("alembic.ini"))
            .url("sqlite:///" + folder.resolve("other.db"))
            .build()) {
      limbeck.upgrade("a1");
    }
    assertThat(Files.exists(project.database())).isFalse();
    assertThat(Files.exists(folder.resolve("other.db"))).isTrue();
  }

  @Test
  void databases_in_memory_live_as_long_as_it_is_open() {
    project.script("a1", "", "CREATE TABLE t_a1 (id INTEGER);", "");
    project.script("b2", "a1", "CREATE TABLE t_b2 (id INTEGER);", "");
    project.script("c3", "b2", "CREATE TABLE t_c3 (id INTEGER);", "");
    for (String url : List.of("sqlite://", "jdbc:h2:mem:limbeck_test")) {
      try (Limbeck limbeck = Limbeck.configure().url(url).scripts(project.versions()).build()) {
        limbeck.upgrade();

        assertThat(limbeck.current().rows()).as(url).isEqualTo(Heads.of("c3"));
      }
    }
  }

  @Test
  void a_data_source_of_sqlite_tells_which_file() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + project.database());

    try (Limbeck limbeck =
        Limbeck.configure().dataSource(source).scripts(project.versions()).build()) {
      limbeck.upgrade();
    }
    assertThat(project.rows()).containsExactly("c3");
  }

  @Test
  void a_data_source_that_does_not_tell_enough_is_refused() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setUrl("jdbc:h2:mem:");
    SQLiteDataSource memory = new SQLiteDataSource();
    memory.setUrl("jdbc:sqlite::memory:");

    assertThatThrownBy(() -> Limbeck.configure().dataSource(h2))
        .isInstanceOfSatisfying(
            UnusableDatabaseException.class,
            refusal -> {
              assertThat(refusal.problem())
                  .isEqualTo(
                      "A data source of H2 does not tell all that it takes to open the database.");
              assertThat(refusal.remedy()).isEqualTo("Give the database's URL instead.");
            });
    assertThatThrownBy(() -> Limbeck.configure().dataSource(memory))
        .isInstanceOf(UnusableDatabaseException.class);
  }

  @Test
  void a_program_without_a_database_or_without_scripts_is_told() {
    try (Limbeck limbeck = Limbeck.configure().scripts(project.versions()).build()) {
      assertThatThrownBy(limbeck::upgrade)
          .isInstanceOfSatisfying(
              LimbeckException.class,
              failure -> assertThat(failure.problem()).isEqualTo("No database is named."));
    }
    try (Limbeck limbeck = Limbeck.configure().url("sqlite://").build()) {
      assertThatThrownBy(limbeck::upgrade)
          .isInstanceOfSatisfying(
              LimbeckException.class,
              failure ->
                  assertThat(failure.problem())
                      .isEqualTo("No 'script_location' key found in configuration."));
    }
  }

  @Test
  void instances_that_upgrade_at_the_same_time_run_every_revision_once() {
    IntStream.range(0, 4)
        .parallel()
        .forEach(instance -> {
          try (Limbeck limbeck = sqlite().build()) {
            limbeck.upgrade();
          }
        });

    assertThat(project.query("SELECT revision FROM limbeck_history ORDER BY number"))
        .containsExactly("a1", "b2", "c3");
  }

  @Test
  void the_admin_is_served_in_the_same_program() throws Exception {
    try (Limbeck limbeck = sqlite().build();
        AdminServer.Running admin =
            limbeck.serve(
                new AdminSettings(
                    AdminSettings.LOOPBACK, 0, Optional.empty(), false, false, List.of()),
                AdminListener.none())) {
      limbeck.upgrade();
      try (InputStream answer = admin.address().resolve("/health/ready").toURL().openStream()) {
        assertThat(answer.readAllBytes()).isNotEmpty();
      }
    }
  }

  @Test
  void revisions_are_listed_with_where_they_are() {
    try (Limbeck limbeck = sqlite().build()) {
      ListedRevision newest = limbeck.history().getFirst();

      assertThat(newest.header().location()).isEqualTo(project.script("c3").toString());
      assertThat(newest.place().isHead()).isTrue();
    }
  }
}
