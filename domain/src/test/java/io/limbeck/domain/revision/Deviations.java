package io.limbeck.domain.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything in which the graph's answers differ from Alembic's on purpose, and of how many answers
 * in the archive of vectors that is true: whoever lets a rule cover more has to say so here.
 */
enum Deviations {
  DUPLICATE_ID(
      154,
      "Two scripts with one id are an error from the start. Alembic warns, and goes on with a graph"
          + " in which one of them is a head that cannot be reached.") {
    @Override
    boolean covers(VectorFile.Case question, JsonNode recorded) {
      JsonNode load = question.file().load().first();
      return load.path("ok").asBoolean() && load.has("warnings");
    }

    @Override
    Optional<JsonNode> instead(VectorFile.Case question, JsonNode recorded) {
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      if (question.kind().equals("load")) {
        answer.put("ok", false);
      }
      JsonNode warnings = question.file().load().first().path("warnings");
      answer.putObject("error").set("message", warnings.path(0));
      return Optional.of(answer);
    }
  },

  CRASH(
      461,
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
      4,
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
      37, "On an empty database the history up to current is empty. Alembic shows all of it.") {
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

  WARNING_IN_A_PLAN_ALONE(
      164,
      "A warning belongs to a plan. A failure says everything in its problem and its remedy, and a"
          + " history is only read.") {
    @Override
    boolean covers(VectorFile.Case question, JsonNode recorded) {
      return recorded.has("warnings")
          && (recorded.has("error") || question.kind().equals("history"));
    }

    @Override
    Optional<JsonNode> instead(VectorFile.Case question, JsonNode recorded) {
      ObjectNode answer = recorded.deepCopy();
      return Optional.of(answer.without("warnings"));
    }
  },

  WHOLE_WORD(
      0,
      "A target is read to its end, and an id or label of that name wins. Alembic reads what looks"
          + " like arithmetic at its beginning and drops the rest.") {
    private static final Pattern ARITHMETIC =
        Pattern.compile("(?:(.+?)@)?(\\w+)?([+-]\\d+)", Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    boolean covers(VectorFile.Case question, JsonNode recorded) {
      return Stream.concat(
              question.text("target").stream(),
              question.text("range").stream().flatMap(range -> Stream.of(range.split(":", -1))))
          .anyMatch(target -> isMisread(target, question.file().names()));
    }

    private boolean isMisread(String target, Set<String> names) {
      Matcher matcher = ARITHMETIC.matcher(target);
      return matcher.lookingAt() && (matcher.end() < target.length() || names.contains(target));
    }

    @Override
    Optional<JsonNode> instead(VectorFile.Case question, JsonNode recorded) {
      return Optional.empty();
    }
  };

  private final int archived;
  private final String reason;

  /**
   * @param archived how many answers it covers, of those in the archive
   */
  Deviations(int archived, String reason) {
    this.archived = archived;
    this.reason = reason;
  }

  int archived() {
    return archived;
  }

  String reason() {
    return reason;
  }

  /** {@return whether the recorded answer is not wanted here} */
  abstract boolean covers(VectorFile.Case question, JsonNode recorded);

  /** {@return what is to be answered instead; empty for anything} */
  abstract Optional<JsonNode> instead(VectorFile.Case question, JsonNode recorded);

  /** {@return the rule that applies to what is recorded, if one does} */
  static Optional<Deviations> of(VectorFile.Case question, Expectation recorded) {
    return Stream.of(values())
        .filter(rule -> recorded.answers().stream().anyMatch(each -> rule.covers(question, each)))
        .findFirst();
  }
}
