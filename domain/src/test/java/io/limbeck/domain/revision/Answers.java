package io.limbeck.domain.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limbeck.domain.LimbeckException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the graph answers, written as the vectors write what Alembic answers. */
final class Answers {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RevisionGraph graph;

  private Answers(RevisionGraph graph) {
    this.graph = graph;
  }

  /** {@return the answer to every question; if the graph does not load, that it does not} */
  static Map<VectorFile.Case, JsonNode> to(VectorFile file, Predicate<VectorFile.Case> asked) {
    Map<VectorFile.Case, JsonNode> answers = new LinkedHashMap<>();
    List<VectorFile.Case> questions = file.questions().stream().filter(asked).toList();
    try {
      Answers answerer = new Answers(RevisionGraph.of(file.revisions()));
      questions.forEach(question -> answers.put(question, answerer.to(question)));
    } catch (LimbeckException refused) {
      questions.forEach(question -> answers.put(question, notLoaded(question, refused)));
    }
    return answers;
  }

  private static JsonNode notLoaded(VectorFile.Case question, LimbeckException refused) {
    return switch (question.kind()) {
      case "load" -> error(refused).put("ok", false);
      case "resolve" -> object("one", error(refused)).set("many", error(refused));
      default -> error(refused);
    };
  }

  private JsonNode to(VectorFile.Case question) {
    return switch (question.kind()) {
      case "load" -> JSON.objectNode().put("ok", true);
      case "structure" -> structure();
      case "resolve" -> resolve(question.text("symbol").orElseThrow());
      case "history" -> history(question);
      case "upgrade" -> planned(() -> graph.planUpgrade(question.rows(), target(question)));
      case "downgrade" -> planned(() -> graph.planDowngrade(question.rows(), target(question)));
      case "stamp" -> planned(() -> stamp(question));
      case "current" -> current(question.rows());
      case "new_revision" -> newRevision(question);
      default -> throw new IllegalArgumentException("no answer to " + question);
    };
  }

  private JsonNode resolve(String symbol) {
    ObjectNode answer = JSON.objectNode();
    answer.set("one", orError(() -> one(symbol)));
    answer.set("many", orError(() -> object("revisions", many(symbol))));
    return answer;
  }

  private JsonNode one(String symbol) {
    ObjectNode answer = JSON.objectNode().putNull("revision");
    graph.resolve(symbol).ifPresent(id -> answer.put("revision", id.value()));
    return answer;
  }

  private ArrayNode many(String symbol) {
    ArrayNode answer = JSON.arrayNode();
    for (Position position : graph.positions(symbol)) {
      switch (position) {
        case Position.At(RevisionId id) -> answer.add(id.value());
        case Position.Base() -> answer.add("base");
        case Position.BeyondBase() -> answer.addNull();
      }
    }
    return answer;
  }

  private JsonNode history(VectorFile.Case question) {
    return orError(() -> {
      HistoryRange range = HistoryRange.parse(question.text("range").orElseThrow());
      return object("order", array(graph.history(range, question.rows())));
    });
  }

  private Plan stamp(VectorFile.Case question) {
    List<Target> targets = question.texts("targets").stream().map(Target::parse).toList();
    return graph.planStamp(question.rows(), targets, question.flag("purge"));
  }

  private JsonNode current(Heads rows) {
    return orError(() ->
        object("revisions", array(graph.current(rows))).put("at_heads", graph.isAtHeads(rows)));
  }

  private JsonNode newRevision(VectorFile.Case question) {
    return orError(() -> {
      Parents parents =
          question.text("command").equals(Optional.of("merge"))
              ? graph.merge(question.texts("revisions"), question.flag("splice"))
              : graph.newRevision(
                  question.text("head").orElse("head"),
                  question.flag("splice"),
                  question.texts("depends_on"));
      ArrayNode dependencies = JSON.arrayNode();
      parents.dependencies().forEach(dependencies::add);
      ObjectNode answer = object("down", array(parents.downRevisions()));
      answer.set("depends_on", dependencies);
      return answer;
    });
  }

  /** {@return the places of all revisions, and what follows from them} */
  private JsonNode structure() {
    ObjectNode answer = JSON.objectNode();
    answer.set("heads", array(graph.heads()));
    answer.set("bases", array(graph.bases()));
    answer.set("real_heads", array(graph.realHeads()));
    answer.set("real_bases", array(graph.realBases()));
    List<RevisionId> ids = graph.revisions().stream().map(Revision::id).toList();
    answer.set(
        "branch_points",
        array(ids.stream().filter(id -> graph.place(id).isBranchPoint()).sorted().toList()));
    answer.set(
        "merge_points",
        array(ids.stream().filter(id -> graph.place(id).isMergePoint()).sorted().toList()));
    ArrayNode places = answer.putArray("revisions");
    ids.forEach(id -> places.add(place(id, graph.place(id))));
    return answer;
  }

  private static JsonNode place(RevisionId id, Place place) {
    ObjectNode answer =
        JSON.objectNode()
            .put("id", id.value())
            .put("is_head", place.isHead())
            .put("is_base", place.isBase())
            .put("is_branch_point", place.isBranchPoint())
            .put("is_merge_point", place.isMergePoint())
            .put("is_real_head", place.isRealHead())
            .put("is_real_base", place.isRealBase())
            .put("is_real_branch_point", place.isRealBranchPoint());
    answer.set("next", array(place.next()));
    answer.set("all_next", array(place.allNext()));
    answer.set("branch_labels", array(place.labels()));
    answer.set("resolved_dependencies", array(place.dependencies()));
    answer.set("normalized_dependencies", array(place.normalizedDependencies()));
    return answer;
  }

  private static Target target(VectorFile.Case question) {
    return Target.parse(question.text("target").orElseThrow());
  }

  private static JsonNode planned(Supplier<Plan> planner) {
    return orError(() -> {
      Plan plan = planner.get();
      ArrayNode steps = JSON.arrayNode();
      plan.steps().stream()
          .filter(step -> step.kind() != Step.Kind.PURGE)
          .forEach(step -> steps.add(step(step)));
      ObjectNode answer = object("steps", steps);
      answer.set("rows", array(plan.to().sorted()));
      if (!plan.notices().isEmpty()) {
        plan.notices().forEach(answer.putArray("warnings")::add);
      }
      return answer;
    });
  }

  private static JsonNode step(Step step) {
    ObjectNode answer = JSON.objectNode();
    step.revision().ifPresent(id -> answer.put("revision", id.value()));
    if (step.kind().isStamp()) {
      answer.put("up", step.kind() == Step.Kind.STAMP_UP);
    }
    answer.set("from", array(step.from()));
    answer.set("to", array(step.to()));
    ArrayNode changes = answer.putArray("ops");
    for (RowChange change : step.changes()) {
      switch (change) {
        case RowChange.Insert(RevisionId id) -> changes.addArray().add("insert").add(id.value());
        case RowChange.Delete(RevisionId id) -> changes.addArray().add("delete").add(id.value());
        case RowChange.Update(RevisionId from, RevisionId to) ->
            changes.addArray().add("update").add(from.value()).add(to.value());
      }
    }
    answer.set("rows", array(step.after().sorted()));
    return answer;
  }

  private static JsonNode orError(Supplier<JsonNode> answer) {
    try {
      return answer.get();
    } catch (LimbeckException refused) {
      return error(refused);
    }
  }

  private static ObjectNode error(LimbeckException refused) {
    ObjectNode answer = JSON.objectNode();
    answer.putObject("error").put("message", refused.problem());
    return answer;
  }

  private static ObjectNode object(String name, JsonNode value) {
    ObjectNode object = JSON.objectNode();
    object.set(name, value);
    return object;
  }

  private static ArrayNode array(Collection<?> values) {
    ArrayNode array = JSON.arrayNode();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }
}
