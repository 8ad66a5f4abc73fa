package io.limbeck.application.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.copy.Rows.Extract;
import io.limbeck.application.copy.Rows.Field;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUnderTest;
import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.row.ValueType.Kind;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every database does about rows that come and go through the port. */
public interface RowsContract extends DatabaseUnderTest {
  String PEOPLE =
      "CREATE TABLE people (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE, boss"
          + " INTEGER)";

  /** {@return a new view of the rows of the database under test} */
  Rows rows(DatabaseSettings settings);

  /** {@return the type of columns that hold bytes} */
  default String typeOfBytes() {
    return "BLOB";
  }

  @Test
  default void rows_come_in_a_lasting_order_from_wherever_one_likes() {
    elsewhere(PEOPLE);
    for (int id = 9; id >= 1; id--) {
      elsewhere("INSERT INTO people (id, name) VALUES (%d, 'n%d')".formatted(id, id));
    }
    Object before = footprint();

    try (Rows.Reading reading = rows().read()) {
      Extract ids = extract(table("people"), "id");

      assertThat(reading.count(ids.table())).isEqualTo(9);
      assertThat(reading.hasLastingOrder(ids.table())).isTrue();
      List<String> all = read(reading, ids, 0, Long.MAX_VALUE);
      assertThat(all)
          .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9")
          .isEqualTo(read(reading, ids, 0, 9));
      assertThat(read(reading, ids, 0, 4)).isEqualTo(all.subList(0, 4));
      assertThat(read(reading, ids, 4, Long.MAX_VALUE)).isEqualTo(all.subList(4, 9));
      assertThat(read(reading, ids, 4, 2)).isEqualTo(all.subList(4, 6));
      assertThat(read(reading, ids, 9, Long.MAX_VALUE)).isEmpty();
    }
    assertThat(footprint()).isEqualTo(before);
  }

  @Test
  default void more_rows_than_are_read_at_once_are_all_read_once() {
    elsewhere(PEOPLE);
    int count = 12_345;
    write(extract(table("people"), "id", "name"), numbered(count));

    try (Rows.Reading reading = rows().read()) {
      List<String> all = read(reading, extract(table("people"), "id"), 0, Long.MAX_VALUE);

      assertThat(all).hasSize(count).doesNotHaveDuplicates();
      assertThat(read(reading, extract(table("people"), "id"), 10_000, 2_000))
          .isEqualTo(all.subList(10_000, 12_000));
    }
  }

  @Test
  default void values_of_every_kind_come_back_as_they_went() {
    elsewhere(
        """
        CREATE TABLE kinds (id INTEGER NOT NULL PRIMARY KEY, bool_ BOOLEAN, small_ SMALLINT,
          big_ BIGINT, dec_ NUMERIC(12, 3), double_ DOUBLE PRECISION, single_ REAL,
          text_ VARCHAR(20), padded_ CHAR(5), bytes_ %s, date_ DATE, time_ TIME(6),
          timestamp_ TIMESTAMP(6), moment_ TIMESTAMP WITH TIME ZONE, json_ JSON, uuid_ UUID)
        """
            .formatted(typeOfBytes()));
    Table table = table("kinds");
    Extract extract =
        new Extract(
            table,
            List.of(
                field(table, "id", Kind.INTEGER),
                field(table, "bool_", Kind.BOOLEAN),
                field(table, "small_", Kind.INTEGER),
                field(table, "big_", Kind.INTEGER),
                field(table, "dec_", Kind.DECIMAL),
                field(table, "double_", Kind.DOUBLE),
                field(table, "single_", Kind.SINGLE),
                field(table, "text_", Kind.TEXT),
                field(table, "padded_", Kind.PADDED_TEXT),
                field(table, "bytes_", Kind.BYTES),
                field(table, "date_", Kind.DATE),
                field(table, "time_", Kind.TIME),
                field(table, "timestamp_", Kind.TIMESTAMP),
                field(table, "moment_", Kind.MOMENT),
                field(table, "json_", Kind.JSON),
                field(table, "uuid_", Kind.UUID)));
    List<List<Value>> rows = new ArrayList<>();
    rows.add(
        List.of(
            new Value.Whole(1),
            new Value.Bool(true),
            new Value.Whole(-32768),
            new Value.Whole(Long.MAX_VALUE),
            new Value.Decimal(new BigDecimal("-123456789.125")),
            new Value.Floating(1.0 / 3),
            new Value.Floating(0.1),
            new Value.Text("é 😀 'q' \"d\""),
            new Value.Text("ab"),
            new Value.Bytes("\0\1é".getBytes(StandardCharsets.UTF_8)),
            new Value.Date(LocalDate.of(1999, 12, 31)),
            new Value.Time(LocalTime.parse("23:59:59.000001")),
            new Value.Timestamp(LocalDateTime.parse("2024-02-29T00:00:00.123456")),
            new Value.Moment(Instant.parse("2024-02-29T23:59:59.999999Z")),
            new Value.Json("{\"b\":[1.50,null],\"a\":\"x\"}", "{\"a\":\"x\",\"b\":[1.5,null]}"),
            new Value.Uuid(UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"))));
    List<Value> nothing = new ArrayList<>(java.util.Collections.nCopies(16, Value.Null.NULL));
    nothing.set(0, new Value.Whole(2));
    rows.add(nothing);

    write(extract, rows);

    try (Rows.Reading reading = rows().read()) {
      List<List<Value>> read = new ArrayList<>();
      reading.forEach(extract, 0, Long.MAX_VALUE, read::add);
      assertThat(read)
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes(".*\\.text")
          .isEqualTo(rows);
    }
  }

  @Test
  default void what_was_not_committed_is_not_there() {
    elsewhere(PEOPLE);
    Extract extract = extract(table("people"), "id", "name");

    try (Rows.Writing writing = rows().write();
        Rows.Filling filling = writing.insert(extract)) {
      filling.add(person(1, "one"));
      filling.commit();
      filling.add(person(2, "two"));
    }

    assertThat(rows("people")).containsExactly("1");
  }

  @Test
  default void a_row_that_is_refused_is_named_and_takes_along_what_was_not_committed() {
    elsewhere(PEOPLE);
    Extract extract = extract(table("people"), "id", "name");

    try (Rows.Writing writing = rows().write();
        Rows.Filling filling = writing.insert(extract)) {
      filling.add(person(1, "one"));
      filling.commit();
      filling.add(person(2, "two"));
      filling.add(person(3, "one"));
      filling.add(person(4, "four"));

      assertThatThrownBy(filling::commit)
          .isInstanceOf(RowRefusedException.class)
          .hasMessageMatching(
              "(?i)The target refuses the row with id = 3 of people: .+\\. Change the row .*")
          .hasMessageNotContaining("'one'");
    }

    assertThat(rows("people")).containsExactly("1");
  }

  @Test
  default void a_value_that_must_not_be_missing_is_refused() {
    elsewhere(PEOPLE);

    assertThatThrownBy(() ->
            write(
                extract(table("people"), "id", "name"),
                List.of(List.of(new Value.Whole(1), Value.Null.NULL))))
        .isInstanceOf(RowRefusedException.class)
        .hasMessageMatching("(?is).*the row with id = 1 of people: .*name.*");
  }

  @Test
  default void columns_of_rows_that_are_there_are_set() {
    elsewhere(
        PEOPLE,
        "INSERT INTO people (id, name) VALUES (1, 'one')",
        "INSERT INTO people (id, name) VALUES (2, 'two')");

    try (Rows.Writing writing = rows().write();
        Rows.Filling filling = writing.update(extract(table("people"), "boss", "id"), 1)) {
      filling.add(List.of(new Value.Whole(1), new Value.Whole(2)));
      filling.commit();
    }

    try (Rows.Reading reading = rows().read()) {
      assertThat(read(reading, extract(table("people"), "boss"), 0, Long.MAX_VALUE))
          .containsExactlyInAnyOrder("NULL", "1");
    }
  }

  @Test
  default void references_are_checked_where_that_is_said() {
    elsewhere(
        "CREATE TABLE parent (id INTEGER NOT NULL PRIMARY KEY)",
        "CREATE TABLE child (id INTEGER NOT NULL PRIMARY KEY, up INTEGER REFERENCES parent (id))");
    List<List<Value>> lost = List.of(List.of(new Value.Whole(1), new Value.Whole(7)));
    Extract extract = extract(table("child"), "id", "up");

    if (rows().checksReferences()) {
      assertThatThrownBy(() -> write(extract, lost))
          .isInstanceOf(RowRefusedException.class)
          .hasMessageMatching("(?is)The target refuses the row with id = 1 of child: .*");
      assertThat(rows("child")).isEmpty();
    } else {
      write(extract, lost);
      assertThat(rows("child")).containsExactly("1");
    }
  }

  @Test
  default void a_table_without_rows_has_none() {
    elsewhere(PEOPLE);

    try (Rows.Reading reading = rows().read()) {
      assertThat(reading.count(table("people"))).isZero();
      assertThat(read(reading, extract(table("people"), "id"), 0, Long.MAX_VALUE)).isEmpty();
    }
    try (Rows.Writing writing = rows().write();
        Rows.Filling filling = writing.insert(extract(table("people"), "id"))) {
      filling.commit();
      writing.advanceNumbers(table("people"));
    }
  }

  default Rows rows() {
    return rows(settings());
  }

  private void write(Extract extract, List<List<Value>> rows) {
    try (Rows.Writing writing = rows().write();
        Rows.Filling filling = writing.insert(extract)) {
      rows.forEach(filling::add);
      filling.commit();
    }
  }

  private static List<List<Value>> numbered(int count) {
    List<List<Value>> rows = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      rows.add(person(id, "n" + id));
    }
    return rows;
  }

  private static List<Value> person(int id, String name) {
    return List.of(new Value.Whole(id), new Value.Text(name));
  }

  private static List<String> read(Rows.Reading reading, Extract extract, long skip, long most) {
    List<String> read = new ArrayList<>();
    reading.forEach(extract, skip, most, row -> read.add(row.getFirst().toString()));
    return read;
  }

  private Table table(String name) {
    try (Database database = database()) {
      return database.schema().table(new Name(name)).orElseThrow();
    }
  }

  /** {@return columns as they are} */
  private Extract extract(Table table, String... columns) {
    try (Rows.Reading reading = rows().read()) {
      var types = reading.types(table);
      List<Field> fields = new ArrayList<>();
      for (String column : columns) {
        Name name = table.column(new Name(column)).map(Column::name).orElseThrow();
        fields.add(new Field(name, types.getOrDefault(name, ValueType.of(Kind.ANY))));
      }
      return new Extract(table, fields);
    }
  }

  private static Field field(Table table, String column, Kind kind) {
    return new Field(
        table.column(new Name(column)).map(Column::name).orElseThrow(), ValueType.of(kind));
  }
}
