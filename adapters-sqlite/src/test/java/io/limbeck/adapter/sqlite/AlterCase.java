package io.limbeck.adapter.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One ALTER TABLE statement, and what must be true after it. The cases are those of this project,
 * or of the file that {@code -Dlimbeck.conformance.alter=FILE} names.
 */
record AlterCase(JsonNode json) {
  private static final List<String> OURS =
      List.of("/conformance/alter_cases.json", "/conformance/alter_cases_more.json");

  static List<AlterCase> all() throws IOException {
    Optional<String> named = Optional.ofNullable(System.getProperty("limbeck.conformance.alter"));
    if (named.isPresent()) {
      try (InputStream in = Files.newInputStream(Path.of(named.get()))) {
        return read(in);
      }
    }
    List<AlterCase> all = new ArrayList<>();
    for (String resource : OURS) {
      try (InputStream in = AlterCase.class.getResourceAsStream(resource)) {
        all.addAll(read(in));
      }
    }
    return all;
  }

  private static List<AlterCase> read(InputStream in) throws IOException {
    return elements(new ObjectMapper().readTree(in).path("cases")).map(AlterCase::new).toList();
  }

  String name() {
    return json.path("name").asText();
  }

  /** {@return the statements that make the database, in order} */
  List<String> setup() {
    return Stream.concat(texts(json.path("setup")), texts(json.path("data"))).toList();
  }

  String alter() {
    return json.path("alter").asText();
  }

  /** {@return whether the connection enforces foreign keys; empty if the case leaves it open} */
  Optional<Boolean> foreignKeys() {
    return Optional.of(json.path("foreign_keys"))
        .filter(JsonNode::isBoolean)
        .map(JsonNode::asBoolean);
  }

  /** {@return what the message must hold one of; empty if the statement must succeed} */
  List<String> errors() {
    JsonNode expect = json.path("expect");
    return expect.has("error")
        ? List.of(expect.path("error").asText())
        : texts(expect.path("error_any")).toList();
  }

  List<Query> queries() {
    return elements(json.path("expect").path("queries")).map(Query::new).toList();
  }

  /** {@return the objects whose text must stay, {@code temp.} before those that are temporary} */
  List<String> unchanged() {
    return texts(json.path("expect").path("unchanged")).toList();
  }

  String integrityCheck() {
    return json.path("expect").path("integrity_check").asText("ok");
  }

  List<List<Object>> foreignKeyCheck() {
    return rows(json.path("expect").path("foreign_key_check"));
  }

  @Override
  public String toString() {
    return name();
  }

  /** A statement to run afterwards. */
  record Query(JsonNode json) {
    String sql() {
      return json.path("sql").asText();
    }

    Optional<List<List<Object>>> rows() {
      return json.has("rows") ? Optional.of(AlterCase.rows(json.path("rows"))) : Optional.empty();
    }

    Optional<String> error() {
      return json.has("error") ? Optional.of(json.path("error").asText()) : Optional.empty();
    }
  }

  private static List<List<Object>> rows(JsonNode rows) {
    return elements(rows).map(row -> elements(row).map(AlterCase::value).toList()).toList();
  }

  private static Object value(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> SqliteRows.NULL;
      case NUMBER -> value.isIntegralNumber() ? (Object) value.asLong() : value.asDouble();
      default -> value.asText();
    };
  }

  private static Stream<String> texts(JsonNode array) {
    return elements(array).map(JsonNode::asText);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
