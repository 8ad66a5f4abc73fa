package io.limbeck.adapter.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Definitions with comments and line breaks wherever SQLite takes them are read and edited. */
class DefinitionFuzzTest {
  private static final int SEEDS = System.getProperty("limbeck.stress") == null ? 100 : 1000;
  private static final List<String> SPACES =
      List.of(
          " ",
          " ",
          " ",
          "\n",
          "\r\n\t",
          "\n    ",
          " /* c */ ",
          "/* , */",
          " -- c\n",
          " -- ) '\r\n  ",
          " /* over\n two */ ",
          "/*)*/");

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_sign_is_where_it_should_be(long seed) throws Exception {
    Random random = new Random(seed);
    List<String> definitions = definitions();
    String sql = spaced(definitions.get(random.nextInt(definitions.size())), random);
    CreateTable table = CreateTable.parse(sql);
    String what = "seed %d: %s".formatted(seed, sql);

    for (Column column : table.columns()) {
      if (table.columns().size() > 1) {
        assertWithout(table, column.span(), TableText.of(table).withoutColumn(column), what);
      }
      assertInserted(table, TableText.of(table).withDefault(column, "(1)"), what);
      assertInserted(table, TableText.of(table).withNotNull(column), what);
      assertInserted(table, TableText.of(table).withType(column, "ANY TYPE (1)"), what);
      for (Constraint constraint : column.constraints()) {
        assertTaken(table, TableText.of(table).without(constraint), what);
        assertInserted(table, TableText.of(table).withName(constraint, new Name("x y")), what);
      }
      for (Kind kind : Kind.values()) {
        assertTaken(table, TableText.of(table).without(column, kind), what);
      }
    }
    for (Constraint constraint : table.constraints()) {
      assertWithout(table, constraint.span(), TableText.of(table).without(constraint), what);
    }
    assertInserted(table, TableText.of(table).withColumn("added INT"), what);
    assertInserted(table, TableText.of(table).withConstraint("CHECK (1)"), what);
    assertThat(signs(TableText.of(table).under(new Name("other")))).as(what).contains("\"other\"");
  }

  /** One item is gone, and a comma where there is one beside it. */
  private static void assertWithout(CreateTable before, Span item, CreateTable after, String what) {
    List<String> expected = new ArrayList<>();
    for (Token token : tokens(before.sql())) {
      if (!item.contains(token.start())) {
        expected.add(token.text());
      }
    }
    List<String> left = signs(after.sql());
    assertThat(expected.size() - left.size()).as(what).isBetween(0, 1);
    expected.removeIf(","::equals);
    left.removeIf(","::equals);
    assertThat(left).as(what).isEqualTo(expected);
  }

  /** Nothing is gone but what the change is about, and the rest is in its order. */
  private static void assertTaken(CreateTable before, CreateTable after, String what) {
    assertSubsequence(signs(after.sql()), signs(before.sql()), what);
    assertSubsequence(comments(after.sql()), comments(before.sql()), what);
  }

  private static void assertInserted(CreateTable before, CreateTable after, String what) {
    List<String> words = new ArrayList<>(List.of("NULL"));
    before
        .columns()
        .forEach(column -> {
          column.type().ifPresent(type -> words.addAll(signs(type.of(before.sql()))));
          column
              .constraints(Kind.DEFAULT)
              .forEach(each -> words.addAll(signs(each.span().of(before.sql()))));
          column
              .constraints(Kind.NULL)
              .forEach(each -> words.addAll(signs(each.span().of(before.sql()))));
        });
    before
        .allConstraints()
        .forEach(each -> each.name().ifPresent(name -> words.add(name.span().of(before.sql()))));
    List<String> kept = signs(before.sql());
    kept.removeAll(words);
    assertSubsequence(kept, signs(after.sql()), what);
  }

  private static void assertSubsequence(List<String> part, List<String> whole, String what) {
    int at = 0;
    for (String sign : part) {
      while (at < whole.size() && !whole.get(at).equals(sign)) {
        at++;
      }
      assertThat(at).as("%s: %s in %s", what, part, whole).isLessThan(whole.size());
      at++;
    }
  }

  private static String spaced(String sql, Random random) {
    StringBuilder spaced = new StringBuilder();
    boolean head = true;
    for (Token token : tokens(sql)) {
      boolean loose = "(),".contains(token.text()) && random.nextInt(3) == 0;
      if (!spaced.isEmpty() && !loose) {
        spaced.append(head ? " " : SPACES.get(random.nextInt(SPACES.size())));
      }
      head &= !token.text().equals("(");
      spaced.append(token.text());
    }
    return spaced.toString();
  }

  private static List<Token> tokens(String sql) {
    return Lexer.tokens(sql).stream().filter(token -> !token.isComment()).toList();
  }

  private static List<String> signs(String sql) {
    return new ArrayList<>(tokens(sql).stream().map(Token::text).toList());
  }

  private static List<String> comments(String sql) {
    return Lexer.tokens(sql).stream().filter(Token::isComment).map(Token::text).toList();
  }

  private static List<String> definitions() throws IOException, SQLException {
    try (InputStream in = DefinitionFuzzTest.class.getResourceAsStream("/conformance/torture.sql");
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      List<String> definitions = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'")) {
        while (rows.next()) {
          definitions.add(rows.getString(1));
        }
      }
      return definitions;
    }
  }
}
