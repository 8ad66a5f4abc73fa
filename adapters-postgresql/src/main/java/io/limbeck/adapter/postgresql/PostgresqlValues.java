package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.rows.Misfit;
import io.limbeck.adapter.sql.rows.StrictValues;
import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.row.ValueType.Kind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of PostgreSQL, by the names of its own types; all others go as their texts. */
final class PostgresqlValues {
  private static final Set<String> BEYOND_TIME = Set.of("infinity", "-infinity");
  private static final Set<String> NO_NUMBER = Set.of("NaN", "Infinity", "-Infinity");

  private PostgresqlValues() {}

  static ValueType type(ResultSetMetaData columns, int column) throws SQLException {
    int size = columns.getPrecision(column);
    int digits = columns.getScale(column);
    return switch (columns.getColumnTypeName(column)) {
      case "bool" -> ValueType.of(Kind.BOOLEAN);
      case "int2", "smallserial" -> ValueType.of(Kind.INTEGER, Short.BYTES);
      case "int4", "serial" -> ValueType.of(Kind.INTEGER, Integer.BYTES);
      case "int8", "bigserial" -> ValueType.of(Kind.INTEGER, Long.BYTES);
      case "numeric" ->
          size == 0 ? ValueType.of(Kind.DECIMAL) : new ValueType(Kind.DECIMAL, size, digits);
      case "float8" -> ValueType.of(Kind.DOUBLE);
      case "float4" -> ValueType.of(Kind.SINGLE);
      case "text", "varchar", "name" -> ValueType.of(Kind.TEXT, size);
      case "bpchar" -> ValueType.of(Kind.PADDED_TEXT, size);
      case "bytea" -> ValueType.of(Kind.BYTES);
      case "date" -> ValueType.of(Kind.DATE);
      case "time" -> StrictValues.timed(Kind.TIME, digits);
      case "timetz" -> StrictValues.timed(Kind.ZONED_TIME, digits);
      case "timestamp" -> StrictValues.timed(Kind.TIMESTAMP, digits);
      case "timestamptz" -> StrictValues.timed(Kind.MOMENT, digits);
      case "json", "jsonb" -> ValueType.of(Kind.JSON);
      case "uuid" -> ValueType.of(Kind.UUID);
      default -> ValueType.of(Kind.OTHER);
    };
  }

  /**
   * {@return the value of a column; what Java has no number or no time for, as its text}
   *
   * @throws Misfit if it is damaged
   */
  static Value read(ResultSet row, int column, ValueType own) throws SQLException, Misfit {
    return switch (own.kind()) {
      case DECIMAL -> unless(NO_NUMBER, row, column, own);
      case DATE, TIMESTAMP, MOMENT -> unless(BEYOND_TIME, row, column, own);
      default -> StrictValues.read(row, column, own);
    };
  }

  private static Value unless(Set<String> texts, ResultSet row, int column, ValueType own)
      throws SQLException, Misfit {
    @Nullable String text = row.getString(column);
    return text != null && texts.contains(text)
        ? new Value.Other(text)
        : StrictValues.read(row, column, own);
  }

  static void bind(PreparedStatement statement, int parameter, Value value, ValueType own)
      throws SQLException {
    switch (value) {
      // A type that changes from row to row would have the statement prepared anew.
      case Value.Null none -> statement.setNull(parameter, number(own));
      // As a text without a type, which becomes what the column is.
      case Value.Json json -> statement.setObject(parameter, json.text(), Types.OTHER);
      case Value.Other(String spelled) -> statement.setObject(parameter, spelled, Types.OTHER);
      default -> StrictValues.bind(statement, parameter, value);
    }
  }

  private static int number(ValueType own) {
    return switch (own.kind()) {
      case BOOLEAN -> Types.BOOLEAN;
      case INTEGER -> Types.BIGINT;
      case DECIMAL -> Types.NUMERIC;
      case DOUBLE, SINGLE -> Types.DOUBLE;
      case TEXT, PADDED_TEXT -> Types.VARCHAR;
      case BYTES -> Types.BINARY;
      case DATE -> Types.DATE;
      case TIME -> Types.TIME;
      case ZONED_TIME -> Types.TIME_WITH_TIMEZONE;
      case TIMESTAMP -> Types.TIMESTAMP;
      case MOMENT -> Types.TIMESTAMP_WITH_TIMEZONE;
      case ANY, JSON, UUID, OTHER -> Types.NULL;
    };
  }
}
