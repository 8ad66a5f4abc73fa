package io.limbeck.domain.revision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What Alembic answered.
 *
 * @param answers the only answer, or some of those it gave from one process to the next
 * @param always what its answers had in common, if there was more than one
 */
public record Expectation(List<JsonNode> answers, Optional<JsonNode> always) {

  static Expectation of(JsonNode json) {
    return json.has("expect")
        ? new Expectation(List.of(json.get("expect")), Optional.empty())
        : new Expectation(
            VectorFile.elements(json.path("expect_any")), Optional.of(json.path("always")));
  }

  /** {@return the only answer, or the first of several} */
  public JsonNode first() {
    return answers.getFirst();
  }

  /** {@return the expectation for one member of an answer that has several} */
  Expectation member(String name) {
    return new Expectation(
        answers.stream().map(answer -> answer.path(name)).toList(),
        always.map(common -> common.path(name)));
  }
}
