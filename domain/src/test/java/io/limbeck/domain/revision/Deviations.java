package io.limbeck.domain.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Everything in which the graph's answers differ from Alembic's on purpose. */
enum Deviations {
  CRASH(
      "Where Alembic fails with a Python exception, there is a planned error or a right answer.") {
    @Override
    boolean covers(VectorFile.Case question, JsonNode recorded) {
      return recorded.path("error").path("internal").asBoolean();
    }

    @Override
    Optional<JsonNode> instead(VectorFile.Case question, JsonNode recorded) {
      return Optional.empty();
    }
  },

  REAL_HEADS(
      "A database is at the heads when all is applied. Alembic asks for a row of every head, and a"
          + " head that is also a dependency never has one.") {
    @Override
    boolean covers(VectorFile.Case question, JsonNode recorded) {
      return recorded.has("at_heads")
          && recorded.path("at_heads").asBoolean() != isAtHeads(question);
    }

    @Override
    Optional<JsonNode> instead(VectorFile.Case question, JsonNode recorded) {
      ObjectNode answer = recorded.deepCopy();
      return Optional.of(answer.put("at_heads", isAtHeads(question)));
    }

    private boolean isAtHeads(VectorFile.Case question) {
      JsonNode structure = question.file().structure().orElseThrow().first();
      List<String> heads = VectorFile.texts(structure.path("real_heads"));
      return heads.stream()
          .sorted()
          .toList()
          .equals(question.texts("rows").stream().sorted().toList());
    }
  },

  EMPTY_UP_TO_CURRENT(
      "On an empty database the history up to current is empty. Alembic shows all of it.") {
    @Override
    boolean covers(VectorFile.Case question, JsonNode recorded) {
      return question.text("range").filter(range -> range.endsWith(":current")).isPresent()
          && question.texts("rows").isEmpty()
          && !recorded.path("order").isEmpty();
    }

    @Override
    Optional<JsonNode> instead(VectorFile.Case question, JsonNode recorded) {
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      answer.putArray("order");
      return Optional.of(answer);
    }
  },

  NO_WARNING_BEFORE_AN_ERROR(
      "A failure says everything in its problem and its remedy; no warning goes before it.") {
    @Override
    boolean covers(VectorFile.Case question, JsonNode recorded) {
      return recorded.has("error") && recorded.has("warnings");
    }

    @Override
    Optional<JsonNode> instead(VectorFile.Case question, JsonNode recorded) {
      ObjectNode answer = recorded.deepCopy();
      return Optional.of(answer.without("warnings"));
    }
  };

  private final String reason;

  Deviations(String reason) {
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  /** {@return whether the recorded answer is not wanted here} */
  abstract boolean covers(VectorFile.Case question, JsonNode recorded);

  /** {@return what is to be answered instead; empty for anything} */
  abstract Optional<JsonNode> instead(VectorFile.Case question, JsonNode recorded);

  /** {@return the rule that applies to a recorded answer, if one does} */
  static Optional<Deviations> of(VectorFile.Case question, JsonNode recorded) {
    return List.of(values()).stream().filter(rule -> rule.covers(question, recorded)).findFirst();
  }
}
