package io.limbeck.adapter.sql.rows;

import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How one kind of database keeps rows. */
public interface RowDialect {

  /** {@return what a column of a query takes} */
  ValueType type(ResultSetMetaData columns, int column) throws SQLException;

  /**
   * {@return a value as the database has it}
   *
   * @param own what the column takes
   * @throws Misfit if it is damaged
   */
  Value read(ResultSet row, int column, ValueType own) throws SQLException, Misfit;

  /**
   * Puts a value into a statement.
   *
   * @param own what the column takes
   * @throws Misfit if the database would make another value of it
   */
  void bind(PreparedStatement statement, int parameter, Value value, ValueType own)
      throws SQLException, Misfit;

  /** {@return what stands for a value in a statement} */
  default String placeholder(ValueType own) {
    return "?";
  }

  /** {@return what stands before VALUES so that values can be given that are made up otherwise} */
  default String overriding() {
    return "";
  }

  /** {@return a name as it stands in SQL} */
  default String quoted(Name name) {
    return (name.namespace().isEmpty() ? "" : quoted(name.namespace()) + ".") + quoted(name.text());
  }

  private static String quoted(String part) {
    return '"' + part.replace("\"", "\"\"") + '"';
  }

  /**
   * {@return what rows are sorted by, as SQL, so that they come in the same order each time; empty
   * if there is nothing}
   */
  List<String> order(Table table);

  /**
   * {@return a whole number that each row has and that {@link #order} sorts by, as SQL, for a
   * database that does not hand out large results bit by bit; empty where it does}
   */
  default Optional<String> pageBy() {
    return Optional.empty();
  }

  /** Begins a transaction in which rows are written. */
  Transaction begin(Connection connection, Table table) throws SQLException;

  /** {@return the last number that was made up for a row of a table; empty if none is known} */
  OptionalLong lastNumber(Connection connection, Table table) throws SQLException;

  /**
   * Sets the numbers that the database makes up for new rows past those that are there.
   *
   * @param last a number to be past too
   */
  void advanceNumbers(Connection connection, Table table, OptionalLong last) throws SQLException;

  /** {@return whether it is a row that was refused, not a database that cannot go on} */
  boolean isAboutTheRow(SQLException refusal);

  /** {@return why a row was refused, without values and without a full stop} */
  String reason(SQLException refusal);

  /** {@return why the database cannot be read or written} */
  LimbeckException failure(SQLException refusal);

  /** A transaction; closed without a commit it is undone. */
  interface Transaction extends AutoCloseable {
    void commit() throws SQLException;

    @Override
    void close() throws SQLException;
  }
}
