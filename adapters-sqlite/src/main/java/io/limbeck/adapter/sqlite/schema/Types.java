package io.limbeck.adapter.sqlite.schema;

import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.domain.schema.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Types in their different spellings. SQLite takes any words for a type; which words are one type
 * is told by the databases that have it.
 */
final class Types {
  static final String INTEGER = "INTEGER";

  /** Each line is one type; its first spelling stands for all. */
  static final List<List<String>> SPELLINGS =
      List.of(
          List.of(INTEGER, "INT", "INT4"),
          List.of("SMALLINT", "INT2"),
          List.of("BIGINT", "INT8"),
          List.of("BOOLEAN", "BOOL"),
          List.of("NUMERIC", "DECIMAL", "DEC"),
          List.of("REAL", "FLOAT4"),
          List.of("DOUBLE PRECISION", "DOUBLE", "FLOAT", "FLOAT8"),
          List.of("CHAR", "CHARACTER"),
          List.of("VARCHAR", "CHARACTER VARYING", "CHAR VARYING", "VARYING CHARACTER"),
          List.of("NCHAR", "NATIONAL CHARACTER", "NATIONAL CHAR", "NATIVE CHARACTER"),
          List.of(
              "NVARCHAR", "NATIONAL CHARACTER VARYING", "NATIONAL CHAR VARYING", "NCHAR VARYING"),
          List.of("BLOB", ""),
          List.of("CLOB", "CHARACTER LARGE OBJECT", "CHAR LARGE OBJECT"),
          List.of("TIME", "TIME WITHOUT TIME ZONE", "TIME WITH TIME ZONE", "TIMETZ"),
          List.of(
              "TIMESTAMP",
              "DATETIME",
              "TIMESTAMP WITHOUT TIME ZONE",
              "TIMESTAMP WITH TIME ZONE",
              "TIMESTAMPTZ"));

  private static final Map<String, String> CANONICAL = canonical();

  private Types() {}

  /**
   * {@return a type; the empty text for none}
   *
   * @param written as it stands in a definition
   */
  static Expression of(String written) {
    List<String> words = new ArrayList<>();
    List<String> names = new ArrayList<>();
    StringBuilder arguments = new StringBuilder();
    for (Token token : Wording.tokens(written)) {
      if (!arguments.isEmpty() || token.text().equals("(")) {
        arguments.append(token.text().equals(",") ? ", " : token.text());
      } else {
        words.add(token.text());
        names.add(Name.of(token).text().toUpperCase(Locale.ROOT));
      }
    }
    String name = String.join(" ", names);
    return new Expression(
        String.join(" ", words) + arguments,
        CANONICAL.getOrDefault(name, name) + arguments.toString().replace("+", ""));
  }

  private static Map<String, String> canonical() {
    Map<String, String> canonical = new HashMap<>();
    for (List<String> spellings : SPELLINGS) {
      spellings.forEach(spelling -> canonical.put(spelling, spellings.getFirst()));
    }
    return Map.copyOf(canonical);
  }
}
