package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sql.rows.Misfit;
import io.limbeck.domain.row.Value;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * How values of other databases are kept in SQLite, which has integers, floating point numbers,
 * texts and bytes: dates and times as the texts that SQLite's own functions and SQLAlchemy read,
 * those with a zone in UTC.
 */
final class SqliteValues {
  private static final String WANTED = "what SQLite can hold";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
  private static final int MICRO = 1_000;
  private static final int LAST_YEAR = 9999;

  private SqliteValues() {}

  /**
   * @throws Misfit if it would be another value
   */
  static void bind(PreparedStatement statement, int parameter, Value value)
      throws SQLException, Misfit {
    switch (value) {
      case Value.Null none -> statement.setNull(parameter, Types.NULL);
      case Value.Bool(boolean bool) -> statement.setInt(parameter, bool ? 1 : 0);
      case Value.Whole(long whole) -> statement.setLong(parameter, whole);
      case Value.Decimal decimal -> bind(statement, parameter, decimal);
      case Value.Floating(double floating) -> {
        if (Double.isNaN(floating)) {
          throw new Misfit("NaN, which is no number", WANTED);
        }
        statement.setDouble(parameter, floating);
      }
      case Value.Text(String text) -> statement.setString(parameter, text);
      case Value.Bytes(byte[] bytes) -> statement.setBytes(parameter, bytes);
      case Value.Date date -> statement.setString(parameter, text(date.value()));
      case Value.Time time -> statement.setString(parameter, text(time.value()));
      case Value.ZonedTime time -> statement.setString(parameter, time.value().toString());
      case Value.Timestamp timestamp -> statement.setString(parameter, text(timestamp.value()));
      case Value.Moment moment ->
          statement.setString(
              parameter, text(moment.value().atOffset(ZoneOffset.UTC).toLocalDateTime()));
      case Value.Json json -> statement.setString(parameter, json.text());
      case Value.Uuid uuid -> statement.setString(parameter, uuid.value().toString());
      case Value.Other(String spelled) -> statement.setString(parameter, spelled);
    }
  }

  /** A column that is declared as a number keeps no more digits than a floating point number. */
  private static void bind(PreparedStatement statement, int parameter, Value.Decimal decimal)
      throws SQLException, Misfit {
    BigDecimal exact = decimal.stripped();
    double floating = exact.doubleValue();
    if (exact.scale() <= 0 && exact.precision() - exact.scale() <= 18) {
      statement.setLong(parameter, exact.longValueExact());
    } else if (Double.isFinite(floating) && BigDecimal.valueOf(floating).compareTo(exact) == 0) {
      statement.setDouble(parameter, floating);
    } else {
      throw new Misfit(
          "a decimal number of %d digits".formatted(exact.precision()),
          "one that a floating point number can hold");
    }
  }

  private static String text(LocalDate date) throws Misfit {
    checkYear(date);
    return date.toString();
  }

  private static String text(LocalTime time) {
    return isWholeMicros(time) ? time.format(TIME) : time.toString();
  }

  private static String text(LocalDateTime timestamp) throws Misfit {
    checkYear(timestamp.toLocalDate());
    return isWholeMicros(timestamp)
        ? timestamp.format(TIMESTAMP)
        : timestamp.toString().replace('T', ' ');
  }

  private static boolean isWholeMicros(TemporalAccessor time) {
    return time.get(ChronoField.NANO_OF_SECOND) % MICRO == 0;
  }

  private static void checkYear(LocalDate date) throws Misfit {
    if (date.getYear() < 0 || date.getYear() > LAST_YEAR) {
      throw new Misfit("a date in the year %d".formatted(date.getYear()), "one from 0 to 9999");
    }
  }
}
