package io.limbeck.domain.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether an answer is one that Alembic gives. Where its answer changed from one process to the
 * next, any is right that has what all of them have in common, with its steps in a possible order.
 */
final class Comparison {
  /** Python's names for things; not part of what a user sees. {@code action} follows from ops. */
  private static final Set<String> IGNORED =
      Set.of("class", "cause", "cause_message", "action", "at_step");

  private final Map<String, List<String>> needs = new HashMap<>();

  Comparison(VectorFile file) {
    for (JsonNode revision : file.json().path("revisions")) {
      needs.put(revision.path("id").asText(), VectorFile.texts(revision.path("down")));
    }
    file.structure().map(Expectation::first).map(structure -> structure.path("revisions")).stream()
        .flatMap(places -> VectorFile.elements(places).stream())
        .forEach(place ->
            needs.merge(
                place.path("id").asText(),
                VectorFile.texts(place.path("normalized_dependencies")),
                (downs, more) -> Stream.concat(downs.stream(), more.stream()).toList()));
  }

  boolean isRight(Expectation expected, JsonNode actual) {
    if (expected.answers().stream().anyMatch(answer -> essence(answer).equals(actual))) {
      return true;
    }
    return expected
        .always()
        .map(common -> hasAll(essence(common), actual) && isPossibleOrder(actual))
        .orElse(false);
  }

  /** {@return an answer without what is not compared} */
  static JsonNode essence(JsonNode answer) {
    if (answer instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> copy.add(essence(element)));
      return copy;
    }
    if (answer instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (!IGNORED.contains(member.getKey())) {
          copy.set(member.getKey(), essence(member.getValue()));
        }
      }
      return copy;
    }
    return answer;
  }

  private static boolean hasAll(JsonNode common, JsonNode actual) {
    return common.properties().stream()
        .allMatch(member ->
            switch (member.getKey()) {
              case "step_order" -> member.getValue().equals(revisions(actual));
              case "step_revisions" -> member.getValue().equals(sorted(revisions(actual)));
              case "order_as_set" -> member.getValue().equals(sorted(actual.path("order")));
              case "error" -> hasAll(member.getValue(), actual.path("error"));
              default -> member.getValue().equals(actual.path(member.getKey()));
            });
  }

  private static JsonNode revisions(JsonNode answer) {
    ArrayNode revisions = JsonNodeFactory.instance.arrayNode();
    answer.path("steps").forEach(step -> revisions.add(step.path("revision").asText()));
    return revisions;
  }

  private static JsonNode sorted(JsonNode array) {
    ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
    VectorFile.elements(array).stream()
        .sorted(Comparator.comparing(JsonNode::asText))
        .forEach(sorted::add);
    return sorted;
  }

  private boolean isPossibleOrder(JsonNode actual) {
    List<JsonNode> steps = VectorFile.elements(actual.path("steps"));
    if (steps.isEmpty()) {
      return isBaseFirst(VectorFile.texts(actual.path("order")).reversed());
    }
    List<String> order = VectorFile.texts(revisions(actual));
    boolean up = VectorFile.texts(steps.getFirst().path("to")).contains(order.getFirst());
    return isBaseFirst(up ? order : order.reversed());
  }

  private boolean isBaseFirst(List<String> order) {
    Set<String> later = new HashSet<>(order);
    for (String id : order) {
      if (needs.getOrDefault(id, List.of()).stream().anyMatch(later::contains)) {
        return false;
      }
      later.remove(id);
    }
    return true;
  }
}
