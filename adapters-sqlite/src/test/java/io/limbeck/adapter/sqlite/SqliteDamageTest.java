package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.Steps;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.domain.revision.Heads;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a database in use, and that it is none the worse for it. */
class SqliteDamageTest {
  private static final Heads A = Heads.of("a");
  private static final String MADE = "CREATE TABLE made (name TEXT)";

  @TempDir private Path folder;

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
