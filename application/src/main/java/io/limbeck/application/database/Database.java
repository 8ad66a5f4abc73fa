package io.limbeck.application.database;

import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A database whose schema is moved. Asking it never writes: neither a file nor a table comes into
 * being. Only a {@link Session} writes.
 */
public interface Database extends AutoCloseable {

  /** {@return what messages call it: a file's absolute path, or its URL without the password} */
  String name();

  /** {@return its name without where it is: a file's name without its folders} */
  String shortName();

  /**
   * {@return the word that scripts use for its kind: {@code sqlite}, {@code h2}, {@code
   * postgresql}}
   */
  String dialect();

  Set<Capability> capabilities();

  /**
   * {@return whether there is a database to ask; if not, {@link #heads()} and {@link #history()}
   * are empty}
   */
  boolean exists();

  /**
   * {@return where it stands, in the order the rows of the version table were written; none if it
   * has no version table}
   *
   * @throws DatabaseException if it cannot be read, or a row is no revision id
   */
  Heads heads();

  /**
   * {@return the steps ever taken, oldest first; empty if it has no history table}
   *
   * @throws DatabaseException if it cannot be read
   */
  List<HistoryEntry> history();

  /**
   * {@return the text of the script with which {@code id} was last upgraded here; empty if the
   * history does not know}
   *
   * @throws DatabaseException if it cannot be read
   */
  Optional<String> keptScript(RevisionId id);

  /**
   * {@return what this database will do about statements that it cannot carry out as written, in
   * order; empty if there is none. It is told by the schema alone: rows may make a difference}
   *
   * @param steps those to be taken next, in order
   * @throws DatabaseException if it cannot be read
   */
  default List<Forecast> forecast(List<ScriptedStep> steps) {
    return List.of();
  }

  /**
   * {@return what others will have to wait for, the whole database first, then statement by
   * statement in order; empty if there are no others, or nothing to wait for}
   *
   * @param steps those to be taken next, in order
   * @throws DatabaseException if it cannot be read
   */
  default List<Lock> locks(List<ScriptedStep> steps) {
    return List.of();
  }

  /**
   * {@return what the statements of {@code steps} would take away by DROP TABLE and DROP COLUMN, in
   * the order they do; empty if that holds nothing now, or is not there. A value that the column's
   * default gives back is not counted, nor what a DELETE takes away: whoever writes one means rows}
   *
   * @param steps in order, the first beginning where the database stands; may be empty
   * @throws DatabaseException if it cannot be read
   */
  List<Loss> losses(List<ScriptedStep> steps);

  /**
   * {@return what it holds but for rows: everything except the version table, the history table and
   * what the database makes for itself; empty if there is no database. Where names have an order it
   * is the alphabet's. A constraint without a name of its own has one wherever {@link
   * io.limbeck.domain.schema.Constraint#nameIn} would not be what the database calls it. Reading
   * takes a number of queries that does not depend on how much there is}
   *
   * @throws DatabaseException if it cannot be read, or holds what cannot be understood
   */
  Schema schema();

  /**
   * Opens the database for writing; it comes into being with the first step, if its kind can do
   * that on demand.
   *
   * @throws DatabaseException if it cannot be written
   */
  Session open();

  /** {@return an empty throw-away database of the same kind, gone when it is closed} */
  Scratch scratch();

  /** Frees what reading needed; never fails. */
  @Override
  void close();

  /** A database that is open for writing, by one thread. */
  interface Session extends AutoCloseable {

    /**
     * {@return where the database stands now}
     *
     * @throws DatabaseException if it cannot be read, or a row is no revision id
     */
    Heads heads();

    /** Makes the version table and the history table if they are missing. */
    void ensureVersionTable();

    /**
     * Takes the database's own write lock, looks where the database stands, and if that is where
     * the first step begins, takes the steps. For each: its statements, its changes to the version
     * table and its row in the history. All steps are one transaction where DDL is transactional;
     * where it is not, each step is its own and a failure says what is left. A step that is not
     * transactional stands alone: its statement runs first, then the version table and the history
     * change together. A first step that purges begins anywhere, whatever the version table holds.
     * The version table and the history table are made if they are missing.
     *
     * @param steps in order, each beginning where the one before ended; not empty
     * @return false, having done nothing, if the database stands elsewhere: someone else moved it
     * @throws StatementFailedException if a statement fails
     * @throws ReferencesBrokenException if a step leaves rows whose foreign keys find nothing
     * @throws RunInterruptedException if the thread is interrupted; it still is afterwards
     * @throws LockNotObtainedException if someone else holds the lock for longer than the lock
     *     timeout
     * @throws DatabaseException if the database cannot be written for any other reason
     * @throws IllegalArgumentException if there is no step, or one of several is not transactional
     */
    boolean apply(List<ScriptedStep> steps, Progress progress);

    @Override
    void close();
  }
}
