package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.StatementFailedException;
import io.limbeck.application.database.Steps;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.domain.revision.Heads;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqliteFailuresTest {
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
  void a_file_that_is_no_database_is_told_and_unharmed() throws IOException {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "These are notes, and no database at all.\n".repeat(50));
    Map<String, String> before = SqliteFile.footprint(folder);

    try (Database database = Databases.at(file)) {
      String message =
          "%s is not a SQLite database, or it is encrypted. Correct the database URL; an encrypted"
                  .formatted(file)
              + " database must be decrypted first.";

      assertThatThrownBy(database::heads)
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(message);
      assertThatThrownBy(() -> Databases.apply(database, Steps.upgrade(Heads.none(), "a", MADE)))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(message);
    }
    assertThat(SqliteFile.footprint(folder)).isEqualTo(before);
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
  void a_database_that_turns_read_only_is_told_and_unharmed() {
    Path file = made();

    try (Database database = Databases.at(file)) {
      assertThatThrownBy(() ->
              Databases.apply(
                  database,
                  Steps.upgrade(
                      A,
                      "b",
                      "INSERT INTO made VALUES ('x')",
                      "PRAGMA query_only = ON",
                      "INSERT INTO made VALUES ('y')")))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "%s cannot be written: it is read-only. The database is as it was before this"
                      .formatted(file)
                  + " revision, at a. Allow this user to write to the file and in its folder, or"
                  + " name another file.");
      assertThat(database.heads()).isEqualTo(A);
    }
    assertThat(new SqliteFile(file).column("SELECT name FROM made")).isEmpty();
  }

  @Test
  void a_file_that_moves_away_is_told() throws IOException {
    Path file = made();

    try (Database database = Databases.at(file);
        Database.Session session = database.open()) {
      assertThat(session.heads()).isEqualTo(A);
      Files.move(file, folder.resolve("moved.db"));
      new SqliteFile(file).execute("CREATE TABLE other (x)");

      assertThatThrownBy(() ->
              session.apply(
                  List.of(Steps.upgrade(A, "b", "INSERT INTO made VALUES ('x')")), Progress.none()))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "%s was moved or deleted while it was open. The database is as it was before this"
                      .formatted(file)
                  + " revision, at a. Put it back where it was, and run again.");
    }
    assertThat(new SqliteFile(folder.resolve("moved.db")).column("SELECT name FROM made"))
        .isEmpty();
  }

  @Test
  void a_full_disk_is_told_and_the_database_unharmed() {
    Path file = made();

    try (Database database = Databases.at(file)) {
      assertThatThrownBy(() ->
              Databases.apply(
                  database,
                  Steps.upgrade(
                      A,
                      "b",
                      "PRAGMA max_page_count = 10",
                      "INSERT INTO made VALUES ('x')",
                      "INSERT INTO made VALUES (hex(randomblob(100000)))")))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "%s cannot grow: its disk is full, or it has as many pages as its max_page_count"
                      .formatted(file)
                  + " allows. The database is as it was before this revision, at a. Make room and"
                  + " run again.");
      assertThat(database.heads()).isEqualTo(A);
      assertThat(Databases.apply(database, Steps.upgrade(A, "b"))).isTrue();
    }
    assertThat(new SqliteFile(file).column("SELECT name FROM made")).isEmpty();
  }

  @Test
  void a_damaged_file_is_told() throws IOException {
    Path file = made();
    new SqliteFile(file)
        .execute(
            "INSERT INTO made SELECT hex(randomblob(500)) FROM pragma_function_list LIMIT 100");
    overwrite(file, Files.size(file) / 2 / 4096 * 4096);

    try (Database database = Databases.at(file)) {
      assertThat(database.heads()).isEqualTo(A);
      assertThatThrownBy(() ->
              Databases.apply(
                  database, Steps.upgrade(A, "b", "UPDATE made SET name = name || 'x'")))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "%s is damaged: database disk image is malformed. The database is as it was before"
                      .formatted(file)
                  + " this revision, at a. Restore it from a backup, or save what can be read with"
                  + " the sqlite3 shell's .recover.");
      assertThat(database.heads()).isEqualTo(A);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SQLITE_READONLY | /x/app.db cannot be written: it is read-only. Allow this user to write"
            + " to the file and in its folder, or name another file.",
        "SQLITE_READONLY_DIRECTORY | /x/app.db cannot be written: SQLite can make no file beside it"
            + " in /x. Allow this user to write in the folder.",
        "SQLITE_CANTOPEN | /x/app.db cannot be made: no file can be made in /x. Allow this user to"
            + " write in the folder, or name another file.",
        "SQLITE_IOERR_FSYNC | /x/app.db cannot be read or written: its disk reports an error"
            + " (SQLITE_IOERR_FSYNC). Look after the disk, or the network it is reached through,"
            + " and run again.",
        "SQLITE_BUSY_RECOVERY | /x/app.db is locked: someone else has held its lock for 5 s. Wait"
            + " until the other program has finished, or allow more time with lock_timeout.",
        "SQLITE_CORRUPT_INDEX | /x/app.db is damaged: what SQLite says. Restore it from a backup,"
            + " or save what can be read with the sqlite3 shell's .recover.",
        "SQLITE_INTERRUPT | The run on /x/app.db was interrupted. Nothing was done. Run again to go"
            + " on.",
        "SQLITE_NOMEM | /x/app.db cannot be used: what SQLite says (SQLITE_NOMEM). Look at the"
            + " database with the sqlite3 shell; the code is explained at"
            + " https://sqlite.org/rescode.html.",
      })
  void every_code_has_its_sentence(SQLiteErrorCode code, String message) {
    Location location =
        new Location(Optional.of(Path.of("/x/app.db")), Location.Access.CREATING, false);
    SQLException refusal = new SQLiteException("%s (what SQLite says)".formatted(code), code);

    assertThat(new SqliteFailures(location, Duration.ofSeconds(5)).of(refusal)).hasMessage(message);
  }

  /** {@return a database file at revision a} */
  private Path made() {
    Path file = folder.resolve("app.db");
    try (Database database = Databases.at(file)) {
      Databases.apply(database, Steps.upgrade(Heads.none(), "a", MADE));
    }
    return file;
  }

  private static void overwrite(Path file, long from) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer noise = ByteBuffer.allocate(4096);
      while (noise.hasRemaining()) {
        noise.put((byte) 0x5a);
      }
      channel.write(noise.flip(), from);
    }
  }
}
