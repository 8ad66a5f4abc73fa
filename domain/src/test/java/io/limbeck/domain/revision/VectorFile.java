package io.limbeck.domain.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** One graph, and what Alembic answered about it. */
public record VectorFile(JsonNode json) {

  public String name() {
    return json.path("name").asText();
  }

  /**
   * {@return the graph, in load order}
   *
   * @throws InvalidNameException if an id is none; some graphs are recorded for just that
   */
  public List<Revision> revisions() {
    return elements(json.path("revisions")).stream().map(VectorFile::revision).toList();
  }

  public Expectation load() {
    return Expectation.of(json.path("load"));
  }

  /** {@return what is known about the places of the revisions; empty if the graph does not load} */
  public Optional<Expectation> structure() {
    return Optional.of(json.path("structure")).filter(JsonNode::isObject).map(Expectation::of);
  }

  public List<Case> cases() {
    return elements(json.path("cases")).stream().map(each -> new Case(this, each)).toList();
  }

  /** {@return the cases, led by those of kind {@code load} and {@code structure}} */
  public List<Case> questions() {
    List<Case> questions = new ArrayList<>();
    for (String part : List.of("load", "structure")) {
      if (json.path(part) instanceof ObjectNode answer) {
        questions.add(new Case(this, answer.deepCopy().put("kind", part).put("case", 0)));
      }
    }
    questions.addAll(cases());
    return questions;
  }

  /** {@return the ids and branch labels in the graph} */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    for (JsonNode revision : json.path("revisions")) {
      names.add(revision.path("id").asText());
      names.addAll(texts(revision.path("branch_labels")));
    }
    return names;
  }

  @Override
  public String toString() {
    return name();
  }

  static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  static List<String> texts(JsonNode array) {
    return elements(array).stream().map(JsonNode::asText).toList();
  }

  private static Revision revision(JsonNode json) {
    return new Revision(
        new RevisionId(json.path("id").asText()),
        texts(json.path("down")).stream().map(RevisionId::new).toList(),
        texts(json.path("depends_on")),
        texts(json.path("branch_labels")).stream().map(BranchLabel::new).toList(),
        json.path("message").asText());
  }

  /** A question about the graph, and the answer. */
  public record Case(VectorFile file, JsonNode json) {

    public int number() {
      return json.path("case").asInt();
    }

    /** {@return {@code resolve}, {@code upgrade}, {@code display}, …} */
    public String kind() {
      return json.path("kind").asText();
    }

    /** {@return an input; empty if the case does not have it} */
    public Optional<String> text(String input) {
      return Optional.of(json.path(input)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** {@return an input that is a list; empty if the case does not have it} */
    public List<String> texts(String input) {
      return VectorFile.texts(json.path(input));
    }

    public boolean flag(String input) {
      return json.path(input).asBoolean();
    }

    /** {@return the rows of the version table, in the order the database returned them} */
    public Heads rows() {
      return Heads.of(texts("rows").toArray(String[]::new));
    }

    public Expectation expectation() {
      return Expectation.of(json);
    }

    /** {@return file, number and inputs, for messages} */
    @Override
    public String toString() {
      StringBuilder inputs = new StringBuilder();
      json.properties().stream()
          .filter(input -> !input.getKey().startsWith("expect"))
          .filter(input -> !List.of("case", "always", "variants_seen").contains(input.getKey()))
          .forEach(input ->
              inputs.append(", ").append(input.getKey()).append(' ').append(input.getValue()));
      return "%s, case %d%s".formatted(file.name(), number(), inputs);
    }
  }
}
