package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.RefusedStatement;
import io.limbeck.application.database.DatabaseException;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.LockNotObtainedException;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.UnusableDatabaseException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in words what PostgreSQL's errors mean for one database. */
final class PostgresqlFailures {
  private final PostgresqlUrl url;
  private final DatabaseSettings settings;
  private final boolean inOneTransaction;

  private PostgresqlFailures(
      PostgresqlUrl url, DatabaseSettings settings, boolean inOneTransaction) {
    this.url = url;
    this.settings = settings;
    this.inOneTransaction = inOneTransaction;
  }

  PostgresqlFailures(PostgresqlUrl url, DatabaseSettings settings) {
    this(url, settings, false);
  }

  /** {@return the failures of a trial that has but one transaction for everything} */
  static PostgresqlFailures inOneTransaction(PostgresqlUrl url, DatabaseSettings settings) {
    return new PostgresqlFailures(url, settings, true);
  }

  /**
   * {@return why a statement of a script failed: it was wrong, or the database could not do it}
   *
   * @param holder whom it waited for when it was last looked, if for anybody
   * @param left a sentence that says what the database was left with
   */
  DatabaseException of(RefusedStatement refused, Optional<String> holder, String left) {
    SQLException refusal = refused.refusal();
    if (isInterrupted() || SqlState.isLost(refusal)) {
      return of(refusal, left);
    }
    return switch (SqlState.of(refusal)) {
      case SqlState.LOCK_TIMEOUT -> locked(holder, left, refusal);
      case SqlState.DISK_FULL, SqlState.READ_ONLY -> of(refusal, left);
      case SqlState.DEADLOCK, SqlState.NOT_SERIALIZABLE ->
          refused.failed(Reason.of(refused), left, "Nothing is wrong with the script: run again.");
      case SqlState.CANCELED ->
          refused.failed(
              Reason.of(refused),
              left,
              "If it needs more time, allow it with options=-c%20statement_timeout=10min in the"
                  + " database URL, and run again.");
      case SqlState.NO_PRIVILEGE ->
          refused.failed(
              Reason.of(refused), left, "Grant that to the user, or run again as another one.");
      case SqlState.IN_TRANSACTION, SqlState.NEW_ENUM_VALUE ->
          refused.failed(Reason.of(refused), left, apart(refused));
      case SqlState.INVALID_INDEX -> refused.failed(Reason.of(refused), left, "Then run again.");
      default -> refused.failed(Reason.of(refused), left);
    };
  }

  /** {@return how to have what cannot be done in the same transaction as the rest} */
  private String apart(RefusedStatement refused) {
    if (inOneTransaction) {
      return "It can be tried by a user who may make databases (ALTER ROLE ... CREATEDB).";
    }
    if (SqlState.of(refused.refusal()).equals(SqlState.NEW_ENUM_VALUE)) {
      return "Add the value in a revision before this one, in a transaction of its own.";
    }
    return "Give it a revision of its own, whose section begins with -- migrate:%s transaction=off."
        .formatted(
            refused.step().section().map(section -> section.direction().word()).orElse("upgrade"));
  }

  /** {@return what messages call the database} */
  String database() {
    return url.name();
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
    return of(refusal, Optional.empty(), left);
  }

  /**
   * {@return why the database could not be read or written}
   *
   * @param holder whom it waited for when it was last looked, if for anybody
   */
  DatabaseException of(SQLException refusal, Optional<String> holder, String left) {
    if (isInterrupted()) {
      return new RunInterruptedException(
          url.name(), left.isEmpty() ? "Nothing was done." : left, refusal);
    }
    if (SqlState.of(refusal).equals(SqlState.LOCK_TIMEOUT)) {
      return locked(holder, left, refusal);
    }
    Told told = told(refusal);
    return new UnusableDatabaseException(
        told.problem(), left.isEmpty() ? told.remedy() : left + " " + told.remedy(), refusal);
  }

  private record Told(String problem, String remedy) {}

  private Told told(SQLException refusal) {
    String name = url.name();
    return switch (SqlState.of(refusal)) {
      case SqlState.INVALID_AUTHORIZATION, SqlState.REJECTED ->
          new Told(
              "%s refuses the connection: %s.".formatted(name, Reason.of(refusal)),
              "Correct user and sslmode in the database URL, or have the server's pg_hba.conf let"
                  + " this user in from here.");
      case SqlState.INVALID_PASSWORD ->
          new Told(
              "%s does not let the user in: %s.".formatted(name, Reason.of(refusal)),
              "Correct user and password in the database URL, or put the password into the variable"
                  + " PGPASSWORD or the file ~/.pgpass.");
      case SqlState.NO_DATABASE ->
          new Told(
              "%s does not exist.".formatted(name),
              "Make it with CREATE DATABASE, or correct the database URL.");
      case SqlState.NO_SCHEMA ->
          new Told(
              settings.schema().isPresent()
                  ? "%s has no schema '%s'.".formatted(name, settings.schema().get())
                  : "%s has none of the schemas of its search_path.".formatted(name),
              "Make the schema with CREATE SCHEMA, or correct %s."
                  .formatted(
                      settings.schema().isPresent() ? "version_table_schema" : "search_path"));
      case SqlState.NO_PRIVILEGE ->
          new Told(
              "The user may not do that in %s: %s.".formatted(name, Reason.of(refusal)),
              "Grant that to the user, or use another one.");
      case SqlState.READ_ONLY ->
          new Told(
              "%s cannot be written: it is read-only.".formatted(name),
              "Name the primary server in the database URL, if this is a standby; or turn"
                  + " default_transaction_read_only off.");
      case SqlState.FOREIGN_KEY, SqlState.UNIQUE ->
          new Told(
              "%s holds rows that its constraints forbid: %s."
                  .formatted(name, Reason.withDetail(refusal)),
              "Mend the script so that it changes those rows too, and run again.");
      case SqlState.TOO_MANY_CONNECTIONS ->
          new Told(
              "%s has no connection left: %s.".formatted(name, Reason.of(refusal)),
              "Wait until others are closed, or allow more with max_connections; a run takes up to"
                  + " three.");
      case SqlState.DISK_FULL ->
          new Told("%s cannot grow: its disk is full.".formatted(name), "Make room and run again.");
      case SqlState.STARTING_OR_STOPPING ->
          new Told(
              "%s cannot be reached: %s.".formatted(name, Reason.of(refusal)),
              "Run again when the server is up.");
      case SqlState.UNABLE_TO_CONNECT -> unreachable(name, refusal);
      default ->
          SqlState.isLost(refusal)
              ? new Told(
                  "The connection to %s was lost: %s.".formatted(name, Reason.of(refusal)),
                  "See that the server is up and can be reached, and run again.")
              : new Told(
                  "%s cannot be used: %s.".formatted(name, Reason.of(refusal)),
                  "Look at the server's log; the code is explained at"
                      + " https://www.postgresql.org/docs/current/errcodes-appendix.html.");
    };
  }

  private Told unreachable(String name, SQLException refusal) {
    boolean unknown = causes(refusal).anyMatch(UnknownHostException.class::isInstance);
    return new Told(
        unknown
            ? "%s cannot be reached: there is no such host.".formatted(name)
            : "%s cannot be reached: %s.".formatted(name, Reason.of(refusal)),
        "Correct host and port in the database URL, or see that the server is up and listens"
            + " there.");
  }

  private DatabaseException locked(Optional<String> holder, String left, SQLException refusal) {
    return holder.isPresent()
        ? new LockNotObtainedException(url.name(), holder.get(), settings.lockTimeout(), left)
        : new LockNotObtainedException(url.name(), settings.lockTimeout(), left, refusal);
  }

  private static Stream<Throwable> causes(SQLException refusal) {
    return Stream.iterate((Throwable) refusal, Objects::nonNull, Throwable::getCause);
  }

  /** The watch has the statement canceled, or cuts the connection. */
  private static boolean isInterrupted() {
    return Thread.currentThread().isInterrupted();
  }
}
