package io.limbeck.adapter.sql.rows;

import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.row.ValueType.Kind;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of databases whose columns hold nothing but what their type says, as JDBC has them. */
public final class StrictValues {
  private StrictValues() {}

  /** {@return what a column of a query takes, by its type's name and JDBC's number for it} */
  public static ValueType type(ResultSetMetaData columns, int column) throws SQLException {
    return switch (columns.getColumnTypeName(column).toUpperCase(Locale.ROOT)) {
      case "JSON", "JSONB" -> ValueType.of(Kind.JSON);
      case "UUID" -> ValueType.of(Kind.UUID);
      default -> byNumber(columns, column);
    };
  }

  private static ValueType byNumber(ResultSetMetaData columns, int column) throws SQLException {
    int size = limit(columns.getPrecision(column));
    int digits = columns.getScale(column);
    return switch (columns.getColumnType(column)) {
      case Types.BOOLEAN -> ValueType.of(Kind.BOOLEAN);
      case Types.TINYINT -> ValueType.of(Kind.INTEGER, Byte.BYTES);
      case Types.SMALLINT -> ValueType.of(Kind.INTEGER, Short.BYTES);
      case Types.INTEGER -> ValueType.of(Kind.INTEGER, Integer.BYTES);
      case Types.BIGINT -> ValueType.of(Kind.INTEGER, Long.BYTES);
      case Types.NUMERIC, Types.DECIMAL -> new ValueType(Kind.DECIMAL, size, digits);
      case Types.DOUBLE, Types.FLOAT -> ValueType.of(Kind.DOUBLE);
      case Types.REAL -> ValueType.of(Kind.SINGLE);
      case Types.CHAR -> ValueType.of(Kind.PADDED_TEXT, size);
      case Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> ValueType.of(Kind.TEXT, size);
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          ValueType.of(Kind.BYTES, size);
      case Types.DATE -> ValueType.of(Kind.DATE);
      case Types.TIME -> timed(Kind.TIME, digits);
      case Types.TIME_WITH_TIMEZONE -> timed(Kind.ZONED_TIME, digits);
      case Types.TIMESTAMP -> timed(Kind.TIMESTAMP, digits);
      case Types.TIMESTAMP_WITH_TIMEZONE -> timed(Kind.MOMENT, digits);
      default -> ValueType.of(Kind.OTHER);
    };
  }

  /** {@return a type whose values have so many digits of a second} */
  public static ValueType timed(Kind kind, int digits) {
    return new ValueType(kind, ValueType.UNLIMITED, digits);
  }

  private static int limit(int precision) {
    return precision <= 0 ? ValueType.UNLIMITED : precision;
  }

  /**
   * {@return the value of a column}
   *
   * @throws Misfit if it is damaged
   */
  public static Value read(ResultSet row, int column, ValueType own) throws SQLException, Misfit {
    return switch (own.kind()) {
      case BOOLEAN -> unlessNull(row, new Value.Bool(row.getBoolean(column)));
      case INTEGER -> unlessNull(row, new Value.Whole(row.getLong(column)));
      case DECIMAL -> value(row.getBigDecimal(column), Value.Decimal::new);
      case DOUBLE -> unlessNull(row, new Value.Floating(row.getDouble(column)));
      // As the number that it is written as: 0.1 is not 0.10000000149011612.
      case SINGLE ->
          unlessNull(
              row, new Value.Floating(Double.parseDouble(Float.toString(row.getFloat(column)))));
      case TEXT, PADDED_TEXT -> value(row.getString(column), Value.Text::new);
      case BYTES -> value(row.getBytes(column), Value.Bytes::new);
      case DATE -> value(row.getObject(column, LocalDate.class), Value.Date::new);
      case TIME -> value(row.getObject(column, LocalTime.class), Value.Time::new);
      case ZONED_TIME -> value(row.getObject(column, OffsetTime.class), Value.ZonedTime::new);
      case TIMESTAMP -> value(row.getObject(column, LocalDateTime.class), Value.Timestamp::new);
      case MOMENT ->
          value(
              row.getObject(column, OffsetDateTime.class),
              moment -> new Value.Moment(moment.toInstant()));
      case JSON ->
          Fitting.fit(value(row.getString(column), Value.Text::new), ValueType.of(Kind.JSON));
      case UUID -> value(row.getObject(column, UUID.class), Value.Uuid::new);
      case OTHER -> value(row.getString(column), Value.Other::new);
      case ANY -> throw new IllegalStateException("a column has a type here");
    };
  }

  /** Puts a value into a statement. */
  public static void bind(PreparedStatement statement, int parameter, Value value)
      throws SQLException {
    switch (value) {
      case Value.Null none -> statement.setNull(parameter, Types.NULL);
      case Value.Bool(boolean bool) -> statement.setBoolean(parameter, bool);
      case Value.Whole(long whole) -> statement.setLong(parameter, whole);
      case Value.Decimal(BigDecimal decimal) -> statement.setBigDecimal(parameter, decimal);
      case Value.Floating(double floating) -> statement.setDouble(parameter, floating);
      case Value.Text(String text) -> statement.setString(parameter, text);
      case Value.Bytes(byte[] bytes) -> statement.setBytes(parameter, bytes);
      case Value.Date date -> statement.setObject(parameter, date.value());
      case Value.Time time -> statement.setObject(parameter, time.value());
      case Value.ZonedTime time -> statement.setObject(parameter, time.value());
      case Value.Timestamp timestamp -> statement.setObject(parameter, timestamp.value());
      case Value.Moment moment ->
          statement.setObject(parameter, moment.value().atOffset(ZoneOffset.UTC));
      case Value.Json json -> statement.setString(parameter, json.text());
      case Value.Uuid uuid -> statement.setObject(parameter, uuid.value());
      case Value.Other(String spelled) -> statement.setString(parameter, spelled);
    }
  }

  private static Value unlessNull(ResultSet row, Value value) throws SQLException {
    return row.wasNull() ? Value.Null.NULL : value;
  }

  private static <T> Value value(@Nullable T read, Function<T, Value> maker) {
    return Optional.ofNullable(read).map(maker).orElse(Value.Null.NULL);
  }
}
