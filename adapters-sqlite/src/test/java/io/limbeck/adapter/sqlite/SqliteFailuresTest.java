package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A sentence for every result code. */
class SqliteFailuresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SQLITE_READONLY | /x/app.db cannot be written: it is read-only. Allow this user to write"
            + " to the file and in its folder, or name another file.",
        "SQLITE_READONLY_DIRECTORY | /x/app.db cannot be written: SQLite can make no file beside it"
            + " in /x. Allow this user to write in the folder.",
        "SQLITE_READONLY_ROLLBACK | /x/app.db cannot be read: a process ended while it wrote, and"
            + " this user may not undo that. Run again as a user who may write to the file and in"
            + " its folder.",
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
}
