package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.StatementFailedException;
import io.limbeck.application.database.Steps;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.domain.revision.Heads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a database is, or cannot be. */
class SqlitePlaceTest {
  private static final Heads A = Heads.of("a");
  private static final String MADE = "CREATE TABLE made (name TEXT)";

  @TempDir private Path folder;

  @Test
  void a_missing_folder_is_told_before_anything_is_made() {
    Path file = folder.resolve("not/here/app.db");

    try (Database database = Databases.at(file)) {
      assertThat(database.exists()).isFalse();
      assertThat(database.heads()).isEqualTo(Heads.none());
      assertThatThrownBy(database::open)
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "%s cannot be made: there is no folder %s. Make the folder, or correct the database"
                      .formatted(file, file.getParent())
                  + " URL.");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_folder_is_no_database() {
    try (Database database = Databases.at(folder)) {
      String message =
          "%s is a folder, not a SQLite database. Name a file in the database URL."
              .formatted(folder);

      assertThatThrownBy(database::heads).hasMessage(message);
      assertThatThrownBy(() -> Databases.apply(database, Steps.upgrade(Heads.none(), "a", MADE)))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(message);
    }
  }

  @Test
  void a_folder_in_which_no_file_can_be_made_is_told() {
    // Not even root can make a file here; elsewhere than on Linux there is no such folder.
    Path file = Path.of("/proc/limbeck.db");

    try (Database database = Databases.at(file)) {
      assertThatThrownBy(() -> Databases.apply(database, Steps.upgrade(Heads.none(), "a", MADE)))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              Files.isDirectory(Path.of("/proc"))
                  ? "/proc/limbeck.db cannot be made: no file can be made in /proc. Allow this user"
                      + " to write in the folder, or name another file."
                  : "/proc/limbeck.db cannot be made: there is no folder /proc. Make the folder, or"
                      + " correct the database URL.");
    }
  }

  @Test
  void a_database_whose_url_says_read_only_is_read_and_not_written() {
    Path file = made();

    try (Database database =
        Databases.of("sqlite:///" + file + "?mode=ro", Duration.ofSeconds(1))) {
      assertThat(database.heads()).isEqualTo(A);
      assertThatThrownBy(database::open)
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "%s cannot be written: its URL says that it is only to be read. Take mode=ro or"
                      .formatted(file)
                  + " immutable=1 out of the database URL.");
    }
  }

  @Test
  void a_database_whose_url_says_that_it_exists_is_not_made() {
    Path file = folder.resolve("app.db");

    try (Database database =
        Databases.of("sqlite:///" + file + "?mode=rw", Duration.ofSeconds(1))) {
      assertThatThrownBy(database::open)
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "%s does not exist, and its URL says mode=rw, so it is not made. Use mode=rwc to have"
                      .formatted(file)
                  + " it made, or correct the path.");
    }
  }

  @Test
  void a_failed_first_revision_makes_no_file() {
    Path file = folder.resolve("app.db");

    try (Database database = Databases.at(file)) {
      StatementFailedException failure =
          catchThrowableOfType(
              StatementFailedException.class,
              () -> Databases.apply(database, Steps.upgrade(Heads.none(), "a", MADE, "fail")));

      assertThat(failure)
          .hasMessage(
              "Revision a failed at /scripts/a.sql:2: near \"fail\": syntax error. No database file"
                  + " was made. Mend the script and run again.");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void sqlite_has_no_other_schema_than_main() {
    assertThatThrownBy(() ->
            SqliteModule.storage()
                .database(
                    Databases.settings(
                        "sqlite:///x.db", Duration.ofSeconds(1), Optional.of("ops"))))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessage(
            "A SQLite database has no schema 'ops'. Leave version_table_schema out, or set it to"
                + " main.");
  }

  /** {@return a database file at revision a} */
  private Path made() {
    Path file = folder.resolve("app.db");
    try (Database database = Databases.at(file)) {
      Databases.apply(database, Steps.upgrade(Heads.none(), "a", MADE));
    }
    return file;
  }
}
