package io.limbeck.adapter.sqlite.ddl;

import java.util.Optional;

/** One of the things that an ALTER TABLE statement asks for. */
public sealed interface Action {

  /** {@return what it asks for, as it stands in the statement} */
  String sql();

  /**
   * @param column its constraints with their places in {@link #definition}
   * @param definition the column as it is to stand in the table
   */
  record AddColumn(String sql, Column column, String definition, boolean ifNotExists)
      implements Action {}

  /** The column goes, with what belongs to the table and uses it. */
  record DropColumn(String sql, Name column, boolean ifExists) implements Action {}

  record SetNotNull(String sql, Name column) implements Action {}

  record DropNotNull(String sql, Name column) implements Action {}

  /**
   * @param value as it is to stand behind DEFAULT
   */
  record SetDefault(String sql, Name column, String value) implements Action {}

  record DropDefault(String sql, Name column) implements Action {}

  /**
   * @param using the new value, from the old row, with no name in double quotes; the old value if
   *     empty
   */
  record SetType(String sql, Name column, String type, Optional<String> using) implements Action {}

  /**
   * @param constraint with its places in {@link #definition}
   * @param definition the constraint as it is to stand in the table
   */
  record AddConstraint(String sql, Constraint constraint, String definition) implements Action {}

  record DropConstraint(String sql, Name constraint, boolean ifExists) implements Action {}

  record RenameConstraint(String sql, Name constraint, Name to) implements Action {}

  record RenameColumn(String sql, Name column, Name to) implements Action {}

  record RenameTable(String sql, Name to) implements Action {}
}
