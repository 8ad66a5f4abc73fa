package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.Scratch;
import io.limbeck.application.database.StatementFailedException;
import io.limbeck.application.database.Steps;
import io.limbeck.domain.revision.Heads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/portable-sql.md says, row by row, on each kind of database. */
class PortableSqlTest {
  private static final Path PAGE = Path.of("../docs/portable-sql.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final String NOTHING = "-";

  @TempDir private Path folder;

  /**
   * A row of a table.
   *
   * @param cells behind the first
   */
  private record Row(String subject, List<String> cells) {
    /** {@return the statements in a cell, in order; empty for a dash} */
    List<String> statements(int cell) {
      return CODE.matcher(cells.get(cell).replace("\\|", "|"))
          .results()
          .map(code -> code.group(1))
          .toList();
    }

    boolean isMissing(int cell) {
      return cells.get(cell).equals(NOTHING);
    }
  }

  static Stream<Arguments> same() throws IOException {
    return onEachKind(rows("## The same on all three"));
  }

  static Stream<Arguments> different() throws IOException {
    return onEachKind(rows("## Different"));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("same")
  void the_same_words_run_on_all(String subject, DatabaseKind kind, Row row) {
    assertThat(row.statements(0)).isNotEmpty();

    runs(kind, row.statements(0));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("different")
  void each_has_its_own_words_or_none(String subject, DatabaseKind kind, Row row) {
    if (row.isMissing(column(kind))) {
      for (int other = 0; other < row.cells().size(); other++) {
        for (String statement : row.statements(other)) {
          assertThatThrownBy(() -> runs(kind, List.of(statement)))
              .isInstanceOf(StatementFailedException.class);
        }
      }
    } else {
      assertThat(row.statements(column(kind))).isNotEmpty();
      runs(kind, row.statements(column(kind)));
    }
  }

  private void runs(DatabaseKind kind, List<String> statements) {
    try (Database database = kind.database(folder);
        Scratch scratch = database.scratch();
        Database.Session session = scratch.open()) {
      session.apply(
          List.of(Steps.upgrade(Heads.none(), "a", tables().toArray(String[]::new))),
          Progress.none());

      session.apply(
          List.of(Steps.upgrade(Heads.of("a"), "b", statements.toArray(String[]::new))),
          Progress.none());

      assertThat(scratch.heads()).isEqualTo(Heads.of("b"));
    }
  }

  /** {@return the column of the second table that is about a kind of database} */
  private static int column(DatabaseKind kind) {
    return switch (kind) {
      case SQLITE -> 0;
      case H2, H2_LIKE_POSTGRESQL -> 1;
    };
  }

  private static Stream<Arguments> onEachKind(List<Row> rows) {
    return rows.stream()
        .flatMap(row ->
            Stream.of(DatabaseKind.values()).map(kind -> Arguments.of(row.subject(), kind, row)));
  }

  /** {@return the statements that make the tables of the page} */
  private static List<String> tables() {
    String page = page();
    int start = page.indexOf("```sql\n") + "```sql\n".length();
    return Stream.of(page.substring(start, page.indexOf("```", start)).split(";\n")).toList();
  }

  private static List<Row> rows(String heading) {
    List<Row> rows = new ArrayList<>();
    boolean within = false;
    for (String line : page().lines().toList()) {
      if (line.startsWith("## ")) {
        within = line.equals(heading);
      } else if (within && line.startsWith("| ") && !line.startsWith("| for ")) {
        List<String> cells =
            Stream.of(line.substring(1).split("(?<!\\\\)\\|")).map(String::strip).toList();
        rows.add(new Row(cells.getFirst(), cells.subList(1, cells.size())));
      }
    }
    return rows;
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
