package io.limbeck.adapter.h2;

import io.limbeck.adapter.sql.RefusedStatement;
import io.limbeck.application.database.DatabaseException;
import io.limbeck.application.database.LockNotObtainedException;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.UnusableDatabaseException;
import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Says in words what H2's error codes mean for one database. */
final class H2Failures {
  private static final Pattern SCHEMA_CHANGE = Pattern.compile("(?i)(create|alter|drop)\\b");
  // What one run leaves is in the way of the next: nobody else tells why.
  private static final String LEFT_OVER =
      "Mend the script and run again. If a run of this revision failed before, what it did is still"
          + " there: drift tells what is not as the revisions make it.";

  private final String name;
  private final Duration lockTimeout;

  H2Failures(String name, Duration lockTimeout) {
    this.name = name;
    this.lockTimeout = lockTimeout;
  }

  /**
   * {@return why a statement of a script failed}
   *
   * @param left a sentence that says what the database was left with
   */
  DatabaseException of(RefusedStatement refused, String left) {
    if (isOfDatabase(refused.refusal()) || isInterrupted()) {
      return of(refused.refusal(), left);
    }
    String reason = reason(refused.refusal());
    return SCHEMA_CHANGE.matcher(refused.sql()).lookingAt() && isDoneAlready(refused.refusal())
        ? refused.failed(reason, left, LEFT_OVER)
        : refused.failed(reason, left);
  }

  /** {@return whether a change would make what there is already, or remove what there is not} */
  private static boolean isDoneAlready(SQLException refusal) {
    return switch (refusal.getErrorCode()) {
      case ErrorCode.TABLE_OR_VIEW_ALREADY_EXISTS_1,
          ErrorCode.VIEW_ALREADY_EXISTS_1,
          ErrorCode.SEQUENCE_ALREADY_EXISTS_1,
          ErrorCode.DOMAIN_ALREADY_EXISTS_1,
          ErrorCode.TRIGGER_ALREADY_EXISTS_1,
          ErrorCode.DUPLICATE_COLUMN_NAME_1,
          ErrorCode.INDEX_ALREADY_EXISTS_1,
          ErrorCode.CONSTRAINT_ALREADY_EXISTS_1,
          ErrorCode.VIEW_NOT_FOUND_1,
          ErrorCode.SEQUENCE_NOT_FOUND_1,
          ErrorCode.DOMAIN_NOT_FOUND_1,
          ErrorCode.TRIGGER_NOT_FOUND_1,
          ErrorCode.INDEX_NOT_FOUND_1,
          ErrorCode.CONSTRAINT_NOT_FOUND_1 ->
          true;
      default -> isUnknownName(refusal);
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
    if (isInterrupted()) {
      return new RunInterruptedException(
          name, left.isEmpty() ? "Nothing was done." : left, refusal);
    }
    if (couldNotWrite(refusal)) {
      return unusable(
          "%s cannot be written: its disk is full, or reports an error.".formatted(name),
          left,
          "Make room, or look after the disk, and run again.",
          refusal);
    }
    if (causes(refusal).anyMatch(EOFException.class::isInstance)) {
      return damaged(left, refusal);
    }
    return switch (refusal.getErrorCode()) {
      case ErrorCode.LOCK_TIMEOUT_1, ErrorCode.DATABASE_ALREADY_OPEN_1 ->
          new LockNotObtainedException(name, lockTimeout, left, refusal);
      case ErrorCode.WRONG_USER_OR_PASSWORD ->
          unusable(
              "%s refuses the user or the password.".formatted(name),
              left,
              "Correct USER and PASSWORD in the database URL.",
              refusal);
      case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 ->
          unusable(
              "%s does not exist, and its URL says IFEXISTS=TRUE, so it is not made."
                  .formatted(name),
              left,
              "Take IFEXISTS=TRUE out of the database URL, or correct the path.",
              refusal);
      case ErrorCode.DATABASE_IS_READ_ONLY ->
          unusable(
              "%s cannot be written: it is read-only.".formatted(name),
              left,
              "Allow this user to write to the file and in its folder.",
              refusal);
      case ErrorCode.SCHEMA_NOT_FOUND_1 ->
          unusable(
              "%s has not the schema that version_table_schema names.".formatted(name),
              left,
              "Make the schema, or leave version_table_schema out.",
              refusal);
      case ErrorCode.FILE_CORRUPTED_1 -> damaged(left, refusal);
      case ErrorCode.FILE_ENCRYPTION_ERROR_1 ->
          unusable(
              "%s cannot be decrypted.".formatted(name),
              left,
              "Correct CIPHER, and the file's password, which is the first word of PASSWORD, in the"
                  + " database URL.",
              refusal);
      case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.DATABASE_IS_CLOSED ->
          unusable(
              "%s cannot be read or written: %s.".formatted(name, inOrOut(refusal)),
              left,
              "See that its folder exists and that this user may write in it, and that its disk is"
                  + " well and not full.",
              refusal);
      default ->
          unusable(
              "%s cannot be used: %s (%d)."
                  .formatted(name, reason(refusal), refusal.getErrorCode()),
              left,
              "Look at the database with H2's console; the code is explained at"
                  + " https://h2database.com/javadoc/org/h2/api/ErrorCode.html.",
              refusal);
    };
  }

  /** {@return whether a query names a table or column that is not there} */
  static boolean isUnknownName(SQLException refusal) {
    return switch (refusal.getErrorCode()) {
      case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
          ErrorCode.COLUMN_NOT_FOUND_1,
          ErrorCode.SCHEMA_NOT_FOUND_1 ->
          true;
      default -> false;
    };
  }

  /** {@return whether it is a row that was refused: by its values or by a constraint} */
  static boolean isAboutTheRow(SQLException refusal) {
    String state = String.valueOf(refusal.getSQLState());
    return state.startsWith("22") || state.startsWith("23");
  }

  /** {@return why a row was refused; H2's own words hold its values, in quotes behind a colon} */
  static String reasonWithoutValues(SQLException refusal) {
    return switch (refusal.getErrorCode()) {
      case ErrorCode.VALUE_TOO_LONG_2 -> "a value is too long";
      case ErrorCode.DATA_CONVERSION_ERROR_1 -> "a value is of another type";
      case ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_1, ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_2 ->
          "a number is out of range";
      // "Unique index ...: "PUBLIC.K ON PUBLIC.T(NAME) VALUES ( /* key:1 */ 1, 'secret')""
      case ErrorCode.DUPLICATE_KEY_1 -> reason(refusal).replaceFirst("(?s) VALUES \\(.*", "\"");
      // "... FOREIGN KEY(A) REFERENCES PUBLIC.P(ID) ('secret')""
      case ErrorCode.REFERENTIAL_INTEGRITY_VIOLATED_PARENT_MISSING_1 ->
          reason(refusal).replaceFirst("(?s)\\) \\(.*", ")\"");
      default -> reason(refusal);
    };
  }

  private DatabaseException damaged(String left, SQLException refusal) {
    return unusable(
        "%s is damaged, or no H2 database, or it is encrypted.".formatted(name),
        left,
        "Restore it from a backup, or correct the database URL.",
        refusal);
  }

  /** {@return why a file cannot be read or written, in the words of the file system where known} */
  private static String inOrOut(SQLException refusal) {
    return causes(refusal)
        .<String>mapMulti((cause, reasons) -> {
          switch (cause) {
            case AccessDeniedException denied -> reasons.accept("access is denied");
            case NoSuchFileException missing -> reasons.accept("no file can be made there");
            case NotDirectoryException file -> reasons.accept("its folder is a file");
            default -> {}
          }
        })
        .findFirst()
        .orElseGet(() -> reason(refusal));
  }

  private static Stream<Throwable> causes(SQLException refusal) {
    return Stream.iterate((Throwable) refusal, Objects::nonNull, Throwable::getCause);
  }

  private static boolean couldNotWrite(SQLException refusal) {
    return causes(refusal)
        .anyMatch(cause ->
            cause instanceof MVStoreException store
                && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED);
  }

  /** {@return H2's own words, without the statement they are about, which may hold secrets} */
  static String reason(SQLException refusal) {
    return refusal instanceof JdbcException known
        ? known.getOriginalMessage()
        : String.valueOf(refusal.getMessage());
  }

  /** An interrupt closes the file under H2, which then says many things, but not that. */
  private static boolean isInterrupted() {
    return Thread.currentThread().isInterrupted();
  }

  private static boolean isOfDatabase(SQLException refusal) {
    return switch (refusal.getErrorCode()) {
      case ErrorCode.LOCK_TIMEOUT_1,
          ErrorCode.DATABASE_IS_READ_ONLY,
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.DATABASE_IS_CLOSED ->
          true;
      // A statement may also read and write files of its own.
      default -> causes(refusal).anyMatch(MVStoreException.class::isInstance);
    };
  }

  private static DatabaseException unusable(
      String problem, String left, String remedy, SQLException cause) {
    String told = left.isEmpty() ? remedy : left + " " + remedy;
    return new UnusableDatabaseException(problem, told, cause);
  }
}
