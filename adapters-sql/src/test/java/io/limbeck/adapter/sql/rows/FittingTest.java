package io.limbeck.adapter.sql.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.Value.Bool;
import io.limbeck.domain.row.Value.Bytes;
import io.limbeck.domain.row.Value.Date;
import io.limbeck.domain.row.Value.Decimal;
import io.limbeck.domain.row.Value.Floating;
import io.limbeck.domain.row.Value.Json;
import io.limbeck.domain.row.Value.Moment;
import io.limbeck.domain.row.Value.Other;
import io.limbeck.domain.row.Value.Text;
import io.limbeck.domain.row.Value.Time;
import io.limbeck.domain.row.Value.Timestamp;
import io.limbeck.domain.row.Value.Uuid;
import io.limbeck.domain.row.Value.Whole;
import io.limbeck.domain.row.Value.ZonedTime;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.row.ValueType.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as equal, and what does not fit. */
class FittingTest {
  private static final UUID ID = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");

  static Stream<Arguments> equals() {
    return Stream.of(
        fits(new Whole(1), Kind.BOOLEAN, new Bool(true)),
        fits(new Whole(0), Kind.BOOLEAN, new Bool(false)),
        fits(new Text("TRUE"), Kind.BOOLEAN, new Bool(true)),
        fits(new Text("false"), Kind.BOOLEAN, new Bool(false)),
        fits(new Bool(true), Kind.INTEGER, new Whole(1)),
        fits(new Floating(7), Kind.INTEGER, new Whole(7)),
        fits(decimal("7.00"), Kind.INTEGER, new Whole(7)),
        fits(new Whole(7), Kind.DECIMAL, decimal("7.0")),
        fits(new Floating(0.1), Kind.DECIMAL, decimal("0.1")),
        fits(new Text("12.50"), Kind.DECIMAL, decimal("12.5")),
        fits(new Whole(7), Kind.DOUBLE, new Floating(7)),
        fits(decimal("0.1"), Kind.DOUBLE, new Floating(0.1)),
        fits(new Floating(0.1), Kind.SINGLE, new Floating(0.1)),
        fits(new Floating(Double.NaN), Kind.SINGLE, new Floating(Double.NaN)),
        fits(new Whole(7), Kind.TEXT, new Text("7")),
        fits(new Uuid(ID), Kind.TEXT, new Text(ID.toString())),
        fits(new Json("{ }", "{}"), Kind.TEXT, new Text("{ }")),
        fits(new Text("ab  "), Kind.PADDED_TEXT, new Text("ab")),
        fits(new Text("2024-02-29"), Kind.DATE, new Date(LocalDate.of(2024, 2, 29))),
        fits(new Text("12:30"), Kind.TIME, new Time(LocalTime.of(12, 30))),
        fits(new Text("12:30:01.5"), Kind.TIME, new Time(LocalTime.parse("12:30:01.5"))),
        fits(new Text("12:30+02"), Kind.ZONED_TIME, new ZonedTime(OffsetTime.parse("12:30+02:00"))),
        fits(new Text("2024-02-29"), Kind.TIMESTAMP, timestamp("2024-02-29T00:00")),
        fits(new Text("2024-02-29 12:30"), Kind.TIMESTAMP, timestamp("2024-02-29T12:30")),
        fits(new Text("2024-02-29T12:30:01Z"), Kind.TIMESTAMP, timestamp("2024-02-29T12:30:01")),
        fits(
            new Text("2024-02-29 12:30:01.000001"),
            Kind.TIMESTAMP,
            timestamp("2024-02-29T12:30:01.000001")),
        fits(moment("2024-02-29T12:30:00Z"), Kind.TIMESTAMP, timestamp("2024-02-29T12:30")),
        fits(timestamp("2024-02-29T12:30"), Kind.MOMENT, moment("2024-02-29T12:30:00Z")),
        fits(new Text("2024-02-29 12:30"), Kind.MOMENT, moment("2024-02-29T12:30:00Z")),
        fits(new Text("2024-03-01 01:30+02:00"), Kind.MOMENT, moment("2024-02-29T23:30:00Z")),
        fits(new Text("2024-03-01 01:30-0130"), Kind.MOMENT, moment("2024-03-01T03:00:00Z")),
        fits(new Text("{\"b\": 1.0, \"a\":[]}"), Kind.JSON, json("{\"a\":[],\"b\":1}")),
        fits(new Whole(3), Kind.JSON, json("3")),
        fits(new Floating(1.5), Kind.JSON, json("1.5")),
        fits(new Text(ID.toString().replace("-", "")), Kind.UUID, new Uuid(ID)),
        fits(new Text(ID.toString().toUpperCase(java.util.Locale.ROOT)), Kind.UUID, new Uuid(ID)),
        fits(new Text("{1,2}"), Kind.OTHER, new Other("{1,2}")),
        fits(Value.Null.NULL, Kind.INTEGER, Value.Null.NULL));
  }

  private static Arguments fits(Value value, Kind kind, Value expected) {
    return Arguments.of(value, ValueType.of(kind), expected);
  }

  @ParameterizedTest
  @MethodSource("equals")
  void a_value_counts_as_equal_to(Value value, ValueType type, Value expected) throws Misfit {
    assertThat(Fitting.fit(value, type)).isEqualTo(expected);
    assertThat(Fitting.fit(expected, type)).isEqualTo(expected);
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        misfit(
            new Whole(2),
            ValueType.of(Kind.BOOLEAN),
            "an integer, where the column takes a boolean"),
        misfit(
            new Text("yes"),
            ValueType.of(Kind.BOOLEAN),
            "a text of 3 characters, where the column takes a boolean"),
        misfit(
            new Whole(32768),
            ValueType.of(Kind.INTEGER, 2),
            "an integer, where the column takes an integer of 2 bytes"),
        misfit(
            new Whole(-32769),
            ValueType.of(Kind.INTEGER, 2),
            "an integer, where the column takes an integer of 2 bytes"),
        misfit(
            new Floating(7.5),
            ValueType.of(Kind.INTEGER),
            "a floating point number, where the column takes an integer"),
        misfit(
            new Text("7"),
            ValueType.of(Kind.INTEGER),
            "a text of 1 character, where the column takes an integer"),
        misfit(
            decimal("1.005"),
            new ValueType(Kind.DECIMAL, 10, 2),
            "a decimal number, where the column takes a decimal number of at most 10 digits, 2 of"
                + " them behind the point"),
        misfit(
            new Whole(100_000_000),
            new ValueType(Kind.DECIMAL, 10, 2),
            "an integer, where the column takes a decimal number of at most 10 digits, 2 of them"
                + " behind the point"),
        misfit(
            decimal("0.1234567890123456789"),
            ValueType.of(Kind.DOUBLE),
            "a decimal number, where the column takes a floating point number"),
        misfit(
            new Whole((1L << 53) + 1),
            ValueType.of(Kind.DOUBLE),
            "an integer, where the column takes a floating point number"),
        misfit(
            new Floating(0.123456789),
            ValueType.of(Kind.SINGLE),
            "a floating point number, where the column takes a floating point number of 4 bytes"),
        misfit(
            new Text("12345"),
            ValueType.of(Kind.TEXT, 4),
            "a text of 5 characters, where the column takes a text of at most 4 characters"),
        misfit(
            new Bytes(new byte[4]),
            ValueType.of(Kind.TEXT),
            "4 bytes, where the column takes a text"),
        misfit(
            new Bytes(new byte[4]),
            ValueType.of(Kind.BYTES, 3),
            "4 bytes, where the column takes bytes that are at most 3"),
        misfit(
            new Text("2023-02-29"),
            ValueType.of(Kind.DATE),
            "a text of 10 characters, where the column takes a date"),
        misfit(
            new Whole(1709209800),
            ValueType.of(Kind.TIMESTAMP),
            "an integer, where the column takes a timestamp"),
        misfit(
            new Text("2024-02-29 12:30:00.0000001"),
            StrictValues.timed(Kind.TIMESTAMP, 6),
            "a text of 27 characters, where the column takes a timestamp with at most 6 digits of a"
                + " second"),
        misfit(
            new Text("2024-02-29 12:30:00 CET"),
            ValueType.of(Kind.MOMENT),
            "a text of 23 characters, where the column takes a timestamp with a zone"),
        misfit(
            new Text("{NaN}"),
            ValueType.of(Kind.JSON),
            "a text of 5 characters, where the column takes a JSON document"),
        misfit(
            new Text("1-2-3-4-5"),
            ValueType.of(Kind.UUID),
            "a text of 9 characters, where the column takes a UUID"));
  }

  private static Arguments misfit(Value value, ValueType type, String told) {
    return Arguments.of(value, type, told);
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void a_value_that_would_become_another_does_not_fit(Value value, ValueType type, String told) {
    assertThatThrownBy(() -> Fitting.fit(value, type)).isInstanceOf(Misfit.class).hasMessage(told);
  }

  @ParameterizedTest
  @EnumSource
  void NULL_fits_everywhere(Kind kind) throws Misfit {
    assertThat(Fitting.fit(Value.Null.NULL, ValueType.of(kind))).isEqualTo(Value.Null.NULL);
  }

  @Test
  void where_both_databases_keep_anything_values_stay_what_they_are() throws Misfit {
    ValueType anything = ValueType.common(ValueType.of(Kind.ANY), ValueType.of(Kind.ANY));

    assertThat(Fitting.fit(new Floating(7), anything)).isEqualTo(new Floating(7));
    assertThat(Fitting.fit(new Whole(7), anything)).isEqualTo(new Whole(7));
  }

  @Test
  void the_limits_that_count_are_those_of_the_target() {
    ValueType narrow = ValueType.of(Kind.TEXT, 5);
    ValueType wide = ValueType.of(Kind.TEXT, 50);

    assertThat(ValueType.common(narrow, wide)).isEqualTo(wide);
    assertThat(ValueType.common(wide, narrow)).isEqualTo(narrow);
    assertThat(ValueType.common(narrow, ValueType.of(Kind.ANY))).isEqualTo(ValueType.of(Kind.TEXT));
    assertThat(ValueType.common(ValueType.of(Kind.ANY), narrow)).isEqualTo(narrow);
  }

  private static Decimal decimal(String digits) {
    return new Decimal(new BigDecimal(digits));
  }

  private static Timestamp timestamp(String text) {
    return new Timestamp(LocalDateTime.parse(text));
  }

  private static Moment moment(String text) {
    return new Moment(Instant.parse(text));
  }

  private static Json json(String canonical) {
    return new Json(canonical, canonical);
  }
}
