package io.limbeck.adapter.h2;

import io.limbeck.adapter.sql.rows.Misfit;
import io.limbeck.adapter.sql.rows.RowDialect;
import io.limbeck.adapter.sql.rows.StrictValues;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.row.ValueType.Kind;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Rows of H2. */
final class H2RowDialect implements RowDialect {
  private static final String ROW_NUMBER = "_ROWID_";
  private final H2Failures failures;

  H2RowDialect(H2Failures failures) {
    this.failures = failures;
  }

  @Override
  public ValueType type(ResultSetMetaData columns, int column) throws SQLException {
    return columns.getColumnTypeName(column).equals("DECFLOAT")
        ? ValueType.of(Kind.DECIMAL)
        : StrictValues.type(columns, column);
  }

  @Override
  public Value read(ResultSet row, int column, ValueType own) throws SQLException, Misfit {
    return StrictValues.read(row, column, own);
  }

  @Override
  public void bind(PreparedStatement statement, int parameter, Value value, ValueType own)
      throws SQLException {
    StrictValues.bind(statement, parameter, value);
  }

  /** Otherwise a text would become a document that is a string. */
  @Override
  public String placeholder(ValueType own) {
    return own.kind() == Kind.JSON ? "? FORMAT JSON" : "?";
  }

  @Override
  public String overriding() {
    return " OVERRIDING SYSTEM VALUE";
  }

  @Override
  public List<String> order(Table table) {
    return List.of(ROW_NUMBER);
  }

  @Override
  public Optional<String> pageBy() {
    return Optional.of(ROW_NUMBER);
  }

  @Override
  public Transaction begin(Connection connection, Table table) throws SQLException {
    connection.setAutoCommit(false);
    return new Transaction() {
      @Override
      public void commit() throws SQLException {
        connection.commit();
      }

      @Override
      public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    };
  }

  @Override
  public OptionalLong lastNumber(Connection connection, Table table) throws SQLException {
    return H2Numbers.last(connection, table);
  }

  @Override
  public void advanceNumbers(Connection connection, Table table, OptionalLong last)
      throws SQLException {
    H2Numbers.advance(connection, table, last, this::quoted);
  }

  @Override
  public boolean isAboutTheRow(SQLException refusal) {
    return H2Failures.isAboutTheRow(refusal);
  }

  @Override
  public String reason(SQLException refusal) {
    return H2Failures.reasonWithoutValues(refusal);
  }

  @Override
  public LimbeckException failure(SQLException refusal) {
    return failures.of(refusal);
  }
}
