package io.limbeck.adapter.sql;

import io.limbeck.domain.schema.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values that most columns of a type take, as SQL. */
final class SampleValues {
  // By what the name of a type contains; the first that fits counts.
  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("[]", "'{}'"),
          new Sample("MULTIRANGE", "'{(,)}'"),
          new Sample("RANGE", "'(,)'"),
          new Sample("JSON", "'{}'"),
          new Sample("UUID", "'00000000-0000-0000-0000-000000000001'"),
          new Sample("BYTEA", "'\\x01'"),
          new Sample("BLOB", "X'01'"),
          new Sample("BINARY", "X'01'"),
          new Sample("INTERVAL", "'1 day'"),
          new Sample("TIMESTAMP", "'2024-02-29 12:00:00'"),
          new Sample("DATETIME", "'2024-02-29 12:00:00'"),
          new Sample("DATE", "'2024-02-29'"),
          new Sample("TIME", "'12:00:00'"),
          new Sample("BOOL", "TRUE"),
          new Sample("CHAR", "'a'"),
          new Sample("TEXT", "'a'"),
          new Sample("CLOB", "'a'"),
          new Sample("INET", "'127.0.0.1'"),
          new Sample("CIDR", "'127.0.0.0/8'"),
          new Sample("MACADDR8", "'08:00:2b:01:02:03:04:05'"),
          new Sample("MACADDR", "'08:00:2b:01:02:03'"),
          new Sample("POINT", "'(1,1)'"),
          new Sample("XML", "'<a/>'"),
          new Sample("TSVECTOR", "'a'"),
          new Sample("TSQUERY", "'a'"),
          new Sample("BIT VARYING", "B'1'"));

  private record Sample(String word, String value) {}

  // By their names as types of columns say them.
  private final Map<String, Stored> types = new HashMap<>();

  /**
   * @param stored among them the types that somebody made
   */
  SampleValues(List<Stored> stored) {
    for (Stored one : stored) {
      if (one.kind() == Stored.Kind.TYPE || one.kind() == Stored.Kind.DOMAIN) {
        types.put(one.name().toString(), one);
      }
    }
  }

  /** {@return values to try, the likeliest first; not empty} */
  List<String> of(String type) {
    Optional<Stored> made = Optional.ofNullable(types.get(type.replace("\"", "")));
    if (made.isPresent()) {
      return of(made.get());
    }
    String upper = type.toUpperCase(Locale.ROOT);
    return List.of(
        SAMPLES.stream()
            .filter(sample -> upper.contains(sample.word()))
            .map(Sample::value)
            .findFirst()
            .orElse("1"));
  }

  /** An enum lists its values, a domain says what it is; and may compare with values. */
  private List<String> of(Stored type) {
    List<Token> tokens = Tokenizer.tokens(Source.of(type.definition().sql(), "a type"));
    List<String> values = new ArrayList<>();
    if (type.kind() == Stored.Kind.DOMAIN) {
      tokens.stream()
          .dropWhile(token -> !token.is("AS"))
          .skip(1)
          .findFirst()
          .ifPresent(base -> values.addAll(of(base.text())));
    }
    tokens.forEach(token -> values.addAll(near(token)));
    values.add("NULL");
    return values;
  }

  /** {@return a value and its neighbours; none if it is no value} */
  static List<String> near(Token token) {
    return switch (token.kind()) {
      // The pattern that is asked for most often.
      case STRING ->
          token.text().contains("@") ? List.of(token.text(), "'a@b.cd'") : List.of(token.text());
      case NUMBER -> List.of(token.text(), token.text() + " + 1", token.text() + " - 1");
      default -> List.of();
    };
  }
}
