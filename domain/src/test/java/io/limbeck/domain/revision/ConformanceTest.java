package io.limbeck.domain.revision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every recorded answer of Alembic's against the graph's own, but for the {@link Deviations}. Other
 * vectors: {@code mvn -pl domain test -Dlimbeck.conformance.dag=FOLDER}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
  /** Kinds that are about printed text: the command line's tests ask them. */
  private static final Set<String> PRINTED = Set.of("display", "offline");

  private static final int SHOWN = 5;

  /** How many answers were compared, by kind and by deviation. */
  private final Map<String, Integer> compared = new TreeMap<>();

  static List<VectorFile> files() {
    return Vectors.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void the_graph_answers_as_alembic_does(VectorFile file) {
    Comparison comparison = new Comparison(file);
    List<String> differences = new ArrayList<>();

    Answers.to(file, ConformanceTest::isAsked)
        .forEach((question, answer) ->
            parts(question)
                .flatMap(part -> difference(part, part.of(answer), comparison).stream())
                .forEach(differences::add));

    assertThat(differences.stream().limit(SHOWN))
        .as("%s: %d answers are wrong", file, differences.size())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_deviation_covers_as_many_archived_answers_as_it_says(Deviations deviation) {
    long covered =
        Vectors.archived().stream()
            .flatMap(file -> file.questions().stream())
            .filter(ConformanceTest::isAsked)
            .flatMap(ConformanceTest::parts)
            .filter(part -> part.deviation().equals(Optional.of(deviation)))
            .count();

    assertThat(covered).isEqualTo(deviation.archived());
  }

  @AfterAll
  @SuppressWarnings("SystemOut")
  void report() {
    System.out.println("Answers of Alembic's that were compared: " + compared);
  }

  private static boolean isAsked(VectorFile.Case question) {
    return !PRINTED.contains(question.kind());
  }

  /**
   * A question, or one of the two that are in one.
   *
   * @param member of the answer; empty for all of it
   */
  private record Part(VectorFile.Case question, Optional<String> member, Expectation expected) {

    JsonNode of(JsonNode answer) {
      return member.map(answer::path).orElse(answer);
    }

    Optional<Deviations> deviation() {
      return Deviations.of(question, expected);
    }
  }

  private static Stream<Part> parts(VectorFile.Case question) {
    Expectation expected = question.expectation();
    return question.kind().equals("resolve")
        ? Stream.of("one", "many")
            .map(name -> new Part(question, Optional.of(name), expected.member(name)))
        : Stream.of(new Part(question, Optional.empty(), expected));
  }

  private Optional<String> difference(Part part, JsonNode answer, Comparison comparison) {
    Optional<Deviations> deviation = part.deviation();
    boolean matches = comparison.isRight(part.expected(), answer);
    compared.merge(part.question().kind(), 1, Integer::sum);
    if (deviation.isEmpty()) {
      return matches
          ? Optional.empty()
          : Optional.of(described(part, "recorded", part.expected(), answer));
    }
    compared.merge(deviation.get().name(), 1, Integer::sum);
    if (matches && part.expected().always().isEmpty()) {
      return Optional.of(
          "%n%s%n  is as recorded, although %s says it would not be: %s"
              .formatted(part.question(), deviation.get(), answer));
    }
    return deviation
        .get()
        .instead(part.question(), part.expected().first())
        .map(instead -> new Expectation(List.of(instead), Optional.empty()))
        .filter(instead -> !comparison.isRight(instead, answer))
        .map(instead -> described(part, deviation.get().reason(), instead, answer));
  }

  private static String described(Part part, String why, Expectation expected, JsonNode answer) {
    List<JsonNode> answers = expected.answers().stream().map(Comparison::essence).toList();
    return "%n%s%n  %s: %s%s%n  actual: %s"
        .formatted(
            part.question(),
            why,
            answers.size() == 1 ? answers.getFirst() : answers,
            expected.always().map(common -> ", always " + common).orElse(""),
            answer);
  }
}
