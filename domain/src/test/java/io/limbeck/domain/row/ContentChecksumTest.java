package io.limbeck.domain.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContentChecksumTest {

  @Test
  void the_order_of_rows_does_not_matter() {
    Random random = new Random(5);
    List<List<Value>> rows = new ArrayList<>();
    for (int row = 0; row < 1000; row++) {
      rows.add(List.of(new Value.Whole(random.nextInt(50)), new Value.Text("n" + row % 7)));
    }
    ContentChecksum before = of(rows);

    Collections.shuffle(rows, random);

    assertThat(of(rows)).isEqualTo(before).hasSameHashCodeAs(before).hasToString(before.toString());
    assertThat(before.rows()).isEqualTo(1000);
  }

  @Test
  void a_row_that_is_there_twice_counts_twice() {
    List<Value> row = List.of(new Value.Whole(7));

    assertThat(of(List.of(row, row))).isNotEqualTo(of(List.of(row))).isNotEqualTo(of(List.of()));
  }

  @Test
  void values_that_changed_their_rows_or_columns_are_noticed() {
    List<Value> one = texts("a", "x");
    List<Value> two = texts("b", "y");

    assertThat(of(List.of(one, two)))
        .isNotEqualTo(of(List.of(texts("a", "y"), texts("b", "x"))))
        .isNotEqualTo(of(List.of(texts("x", "a"), two)))
        .isNotEqualTo(of(List.of(texts("ax", ""), two)));
  }

  @Test
  void values_of_different_kinds_are_different() {
    Set<String> seen = new HashSet<>();
    List<Value> values = oneOfEach();

    values.forEach(value -> seen.add(of(List.of(List.of(value))).toString()));

    assertThat(seen).hasSameSizeAs(values).allMatch(sum -> sum.matches("[0-9a-f]{16}"));
  }

  @Test
  void rows_that_are_nearly_the_same_all_come_to_another_sum() {
    Set<String> seen = new HashSet<>();
    for (int number = 0; number < 200_000; number++) {
      seen.add(of(List.of(List.of(new Value.Whole(number)))).toString());
      seen.add(of(List.of(texts(String.valueOf(number)))).toString());
    }

    assertThat(seen).hasSize(400_000);
  }

  @Test
  void how_a_value_is_written_does_not_matter() {
    assertThat(sum(new Value.Decimal(new BigDecimal("1.50"))))
        .isEqualTo(sum(new Value.Decimal(new BigDecimal("1.5"))));
    assertThat(sum(new Value.Decimal(new BigDecimal("0.00"))))
        .isEqualTo(sum(new Value.Decimal(BigDecimal.ZERO)));
    assertThat(sum(new Value.Floating(-0.0))).isEqualTo(sum(new Value.Floating(0)));
    assertThat(sum(new Value.Json("{ }", "{}"))).isEqualTo(sum(new Value.Json("{}", "{}")));
    assertThat(new Value.Json("{ }", "{}")).isEqualTo(new Value.Json("{}", "{}"));
  }

  @Test
  void what_kind_a_value_is_can_be_told_without_telling_the_value() {
    assertThat(oneOfEach())
        .extracting(Value::inWords)
        .containsExactly(
            "NULL",
            "a boolean",
            "an integer",
            "a decimal number",
            "a floating point number",
            "a text of 2 characters",
            "2 bytes",
            "a date",
            "a time",
            "a time with a zone",
            "a timestamp",
            "a timestamp with a zone",
            "a JSON document",
            "a UUID",
            "a value of another type");
  }

  private static List<Value> oneOfEach() {
    return List.of(
        Value.Null.NULL,
        new Value.Bool(true),
        new Value.Whole(1),
        new Value.Decimal(BigDecimal.ONE),
        new Value.Floating(1),
        new Value.Text("1😀"),
        new Value.Bytes("11".getBytes(StandardCharsets.UTF_8)),
        new Value.Date(LocalDate.ofEpochDay(1)),
        new Value.Time(LocalTime.ofNanoOfDay(1)),
        new Value.ZonedTime(OffsetTime.parse("00:00:01Z")),
        new Value.Timestamp(LocalDateTime.parse("1970-01-02T00:00:00.000000001")),
        new Value.Moment(Instant.ofEpochSecond(1)),
        new Value.Json("1", "1"),
        new Value.Uuid(new UUID(0, 1)),
        new Value.Other("1"));
  }

  private static List<Value> texts(String... texts) {
    return Arrays.stream(texts).<Value>map(Value.Text::new).toList();
  }

  private static String sum(Value value) {
    return of(List.of(List.of(value))).toString();
  }

  private static ContentChecksum of(List<List<Value>> rows) {
    ContentChecksum checksum = new ContentChecksum();
    rows.forEach(checksum::add);
    return checksum;
  }
}
