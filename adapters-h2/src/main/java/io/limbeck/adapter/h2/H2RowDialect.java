package io.limbeck.adapter.h2;

import io.limbeck.adapter.sql.rows.Misfit;
import io.limbeck.adapter.sql.rows.RowDialect;
import io.limbeck.adapter.sql.rows.StrictValues;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.row.ValueType.Kind;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of H2. */
final class H2RowDialect implements RowDialect {
  private static final String ROW_NUMBER = "_ROWID_";
  private static final String NUMBERED =
      """
      SELECT column_name, identity_base, CAST(identity_increment AS BIGINT) > 0 AS rising
      FROM information_schema.columns
      WHERE table_schema = CURRENT_SCHEMA AND table_name = ? AND is_identity = 'YES'
      """;

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
  public void advanceNumbers(Connection connection, Table table) throws SQLException {
    for (Numbered column : numbered(connection, table)) {
      Optional<Long> next = column.next(connection, this, table);
      if (next.isPresent()) {
        H2Sql.execute(
            connection,
            "ALTER TABLE %s ALTER COLUMN %s RESTART WITH %d"
                .formatted(quoted(table.name()), quoted(column.name()), next.get()));
      }
    }
  }

  private static List<Numbered> numbered(Connection connection, Table table) throws SQLException {
    List<Numbered> numbered = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(NUMBERED)) {
      statement.setString(1, table.name().text());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          numbered.add(
              new Numbered(new Name(rows.getString(1)), rows.getLong(2), rows.getBoolean(3)));
        }
      }
    }
    return numbered;
  }

  /**
   * A column whose values are made up.
   *
   * @param base the next of them
   * @param rising whether they become larger
   */
  private record Numbered(Name name, long base, boolean rising) {

    /** {@return the first number behind all that are there; empty if it comes next anyway} */
    Optional<Long> next(Connection connection, RowDialect dialect, Table table)
        throws SQLException {
      String query =
          "SELECT %s(%s) FROM %s"
              .formatted(
                  rising ? "max" : "min", dialect.quoted(name), dialect.quoted(table.name()));
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        rows.next();
        long last = rows.getLong(1);
        boolean isBehind = rising ? last < base : last > base;
        return rows.wasNull() || isBehind
            ? Optional.empty()
            : Optional.of(last + (rising ? 1 : -1));
      }
    }
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
