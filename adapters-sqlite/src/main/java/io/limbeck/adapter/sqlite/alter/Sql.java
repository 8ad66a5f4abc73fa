package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sql.StepRun;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks one connection, and tells it what to do. */
final class Sql {
  private final Connection connection;

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Makes something of a row. */
  interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  Connection connection() {
    return connection;
  }

  void execute(String sql) throws SQLException {
    StepRun.execute(connection, sql);
  }

  /** {@return how many rows it changed} */
  long update(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  <T> List<T> list(String sql, Mapper<T> mapper, @Nullable Object... parameters)
      throws SQLException {
    List<T> list = new ArrayList<>();
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        list.add(mapper.map(rows));
      }
    }
    return list;
  }

  List<String> texts(String sql, @Nullable Object... parameters) throws SQLException {
    return list(sql, row -> row.getString(1), parameters);
  }

  /** {@return the first column of the first row; empty if there is no row, or nothing in it} */
  Optional<String> text(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    }
  }

  /** {@return the first column of the first row; 0 if there is no row, or nothing in it} */
  long number(String sql, @Nullable Object... parameters) throws SQLException {
    return text(sql, parameters).map(Long::parseLong).orElse(0L);
  }

  /** {@return why {@code sql} cannot be prepared, in SQLite's words; empty if it can} */
  Optional<String> refusal(String sql) {
    try {
      connection.prepareStatement(sql).close();
      return Optional.empty();
    } catch (SQLException refusal) {
      return Optional.of(AlterRefusedException.reason(refusal));
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int index = 0; index < parameters.length; index++) {
      statement.setObject(index + 1, parameters[index]);
    }
    return statement;
  }
}
