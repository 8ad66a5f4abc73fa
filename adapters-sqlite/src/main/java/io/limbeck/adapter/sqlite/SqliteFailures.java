package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sql.RefusedStatement;
import io.limbeck.adapter.sqlite.alter.AlterRefusedException;
import io.limbeck.application.database.DatabaseException;
import io.limbeck.application.database.LockNotObtainedException;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.UnusableDatabaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Says in words what SQLite's <a href="https://sqlite.org/rescode.html">result codes</a> mean for
 * one database.
 */
final class SqliteFailures {
  private static final int PRIMARY = 0xff;
  private static final String READ_ONLY = "%s cannot be written: it is read-only.";
  private static final String MAKE_WRITABLE =
      "Allow this user to write to the file and in its folder, or name another file.";

  private final Location location;
  private final Duration lockTimeout;

  SqliteFailures(Location location, Duration lockTimeout) {
    this.location = location;
    this.lockTimeout = lockTimeout;
  }

  /**
   * {@return why a statement of a script failed: it was wrong, or the database could not do it}
   *
   * @param left a sentence that says what the database was left with
   */
  DatabaseException of(RefusedStatement refused, String left) {
    SQLException refusal = refused.refusal();
    return switch (primary(code(refusal))) {
      case SQLITE_BUSY,
          SQLITE_INTERRUPT,
          SQLITE_READONLY,
          SQLITE_IOERR,
          SQLITE_CORRUPT,
          SQLITE_FULL,
          SQLITE_NOTADB ->
          of(refusal, left);
      default ->
          refusal instanceof AlterRefusedException alter && !alter.remedy().isEmpty()
              ? refused.failed(reason(refusal), left, alter.remedy())
              : refused.failed(reason(refusal), left);
    };
  }

  /** {@return why the database could not be read or written, where nothing was left behind} */
  DatabaseException of(SQLException refusal) {
    return of(refusal, "");
  }

  /**
   * {@return why the database could not be read or written}
   *
   * @param left a sentence that says what the database was left with; empty if nothing was done
   */
  DatabaseException of(SQLException refusal, String left) {
    String name = location.name();
    SQLiteErrorCode code = code(refusal);
    SQLiteErrorCode primary = primary(code);
    if (primary == SQLiteErrorCode.SQLITE_INTERRUPT
        || (primary == SQLiteErrorCode.SQLITE_BUSY && Thread.currentThread().isInterrupted())) {
      return new RunInterruptedException(
          name, left.isEmpty() ? "Nothing was done." : left, refusal);
    }
    return switch (primary) {
      case SQLITE_BUSY -> new LockNotObtainedException(name, lockTimeout, left, refusal);
      case SQLITE_READONLY -> readOnly(code, left, refusal);
      case SQLITE_CANTOPEN -> cannotOpen(left, refusal);
      case SQLITE_NOTADB ->
          unusable(
              "%s is not a SQLite database, or it is encrypted.".formatted(name),
              left,
              "Correct the database URL; an encrypted database must be decrypted first.",
              refusal);
      case SQLITE_FULL ->
          unusable(
              "%s cannot grow: its disk is full, or it has as many pages as its max_page_count"
                      .formatted(name)
                  + " allows.",
              left,
              "Make room and run again.",
              refusal);
      case SQLITE_CORRUPT ->
          unusable(
              "%s is damaged: %s.".formatted(name, reason(refusal)),
              left,
              "Restore it from a backup, or save what can be read with the sqlite3 shell's"
                  + " .recover.",
              refusal);
      case SQLITE_IOERR ->
          unusable(
              "%s cannot be read or written: its disk reports an error (%s)."
                  .formatted(name, code.name()),
              left,
              "Look after the disk, or the network it is reached through, and run again.",
              refusal);
      default ->
          unusable(
              "%s cannot be used: %s (%s).".formatted(name, reason(refusal), code.name()),
              left,
              "Look at the database with the sqlite3 shell; the code is explained at"
                  + " https://sqlite.org/rescode.html.",
              refusal);
    };
  }

  /** {@return that the file may not be written, seen before anything was tried} */
  DatabaseException readOnly() {
    return new UnusableDatabaseException(READ_ONLY.formatted(location.name()), MAKE_WRITABLE);
  }

  /**
   * {@return whether a query names a table or column that is not there; SQLite has no code for it}
   */
  static boolean isUnknownName(SQLException refusal) {
    return code(refusal) == SQLiteErrorCode.SQLITE_ERROR;
  }

  /** {@return whether it is a row that was refused: by a constraint, a trigger or a STRICT type} */
  static boolean isAboutTheRow(SQLException refusal) {
    return switch (primary(code(refusal))) {
      case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG -> true;
      default -> false;
    };
  }

  /** {@return SQLite's own words, without what the driver puts around them} */
  static String reason(SQLException refusal) {
    String message = String.valueOf(refusal.getMessage());
    String prefix = code(refusal) + " (";
    return message.startsWith(prefix) && message.endsWith(")")
        ? message.substring(prefix.length(), message.length() - 1)
        : message;
  }

  private DatabaseException readOnly(SQLiteErrorCode code, String left, SQLException refusal) {
    String name = location.name();
    return switch (code) {
      case SQLITE_READONLY_DBMOVED ->
          unusable(
              "%s was moved or deleted while it was open.".formatted(name),
              left,
              "Put it back where it was, and run again.",
              refusal);
      case SQLITE_READONLY_DIRECTORY ->
          unusable(
              "%s cannot be written: SQLite can make no file beside it in %s."
                  .formatted(name, folder()),
              left,
              "Allow this user to write in the folder.",
              refusal);
      case SQLITE_READONLY_ROLLBACK, SQLITE_READONLY_RECOVERY ->
          unusable(
              "%s cannot be read: a process ended while it wrote, and this user may not undo that."
                  .formatted(name),
              left,
              "Run again as a user who may write to the file and in its folder.",
              refusal);
      default -> unusable(READ_ONLY.formatted(name), left, MAKE_WRITABLE, refusal);
    };
  }

  private DatabaseException cannotOpen(String left, SQLException refusal) {
    String name = location.name();
    boolean exists = location.file().map(Files::exists).orElse(true);
    return unusable(
        exists
            ? "%s cannot be opened.".formatted(name)
            : "%s cannot be made: no file can be made in %s.".formatted(name, folder()),
        left,
        exists
            ? "Allow this user to read and write the file, and to write in its folder."
            : "Allow this user to write in the folder, or name another file.",
        refusal);
  }

  private String folder() {
    return location.file().map(Path::getParent).map(Path::toString).orElse("memory");
  }

  private static DatabaseException unusable(
      String problem, String left, String remedy, SQLException cause) {
    String told = left.isEmpty() ? remedy : left + " " + remedy;
    return new UnusableDatabaseException(problem, told, cause);
  }

  private static SQLiteErrorCode code(SQLException refusal) {
    return refusal instanceof SQLiteException known
        ? known.getResultCode()
        : SQLiteErrorCode.getErrorCode(refusal.getErrorCode());
  }

  private static SQLiteErrorCode primary(SQLiteErrorCode code) {
    return SQLiteErrorCode.getErrorCode(code.code & PRIMARY);
  }
}
