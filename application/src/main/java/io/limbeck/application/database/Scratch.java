package io.limbeck.application.database;

import io.limbeck.application.script.Statement;
import io.limbeck.domain.schema.Name;
import java.util.List;
import java.util.SequencedMap;

/** A throw-away database, empty at first, in which it is tried what scripts and models do. */
public interface Scratch extends Database {

  /**
   * Executes statements that belong to no revision.
   *
   * @param location where they come from, for messages
   * @throws DatabaseException if one fails; those before it ran
   */
  void execute(List<Statement> statements, String location);

  /**
   * Puts a row into every table that has none and takes one, so that what a script does to rows can
   * be seen.
   *
   * @return the tables that still have none, in the order of their names
   */
  List<Name> populate();

  /** {@return how many rows each table has, in the order of the tables' names} */
  SequencedMap<Name, Long> rowCounts();
}
