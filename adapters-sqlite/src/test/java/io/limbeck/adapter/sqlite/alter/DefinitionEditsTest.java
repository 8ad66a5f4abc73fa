package io.limbeck.adapter.sqlite.alter;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sqlite.ddl.AlterTable;
import io.limbeck.adapter.sqlite.ddl.CreateTable;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a statement makes of a table's definition, text in, text out: {@code definition-edits.txt}
 * has the cases, each a name behind {@code ===}, the text before, the actions behind {@code ---},
 * and the text after.
 */
final class DefinitionEditsTest {

  record Edit(String name, String before, String actions, String after) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Edit> edits() throws IOException {
    try (InputStream in = DefinitionEditsTest.class.getResourceAsStream("/definition-edits.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== ")).skip(1).map(DefinitionEditsTest::edit).toList();
    }
  }

  private static Edit edit(String text) {
    String[] parts = text.strip().split("\n--- ", 2);
    String[] first = parts[0].split("\n", 2);
    String[] second = parts[1].split("\n", 2);
    return new Edit(first[0], first[1], second[0], second[1]);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void what_is_not_asked_for_keeps_every_character(Edit edit) throws SQLException {
    assertThat(after(edit.before(), edit.actions())).isEqualTo(edit.after());
  }

  @ParameterizedTest
  @MethodSource("edits")
  void lines_end_as_they_did(Edit edit) throws SQLException {
    assertThat(after(windows(edit.before()), edit.actions())).isEqualTo(windows(edit.after()));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void sqlite_takes_what_comes_out(Edit edit) throws SQLException {
    Shape shape = Shape.of(new Name("t"), edit.after());

    assertThat(shape.columns())
        .extracting(Shape.StoredColumn::name)
        .isEqualTo(
            CreateTable.parse(edit.after()).columns().stream()
                .map(column -> column.name())
                .toList());
  }

  private static String after(String before, String actions) throws SQLException {
    return Reshaping.of(
            CreateTable.parse(before),
            new Shape(false, false, List.of(), List.of()),
            AlterTable.parse("ALTER TABLE t " + actions).orElseThrow().actions())
        .after()
        .sql();
  }

  private static String windows(String text) {
    return text.replace("\n", "\r\n");
  }
}
