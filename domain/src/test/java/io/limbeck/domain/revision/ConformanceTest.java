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
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
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

    Answers.to(file, question -> !PRINTED.contains(question.kind()))
        .forEach((question, answer) ->
            parts(question, answer)
                .flatMap(part -> difference(part, comparison).stream())
                .forEach(differences::add));

    assertThat(differences.stream().limit(SHOWN))
        .as("%s: %d answers are wrong", file, differences.size())
        .isEmpty();
  }

  @AfterAll
  void report(TestReporter reporter) {
    compared.forEach((what, number) -> reporter.publishEntry(what, number.toString()));
  }

  private record Part(VectorFile.Case question, Expectation expected, JsonNode answer) {}

  /** One part, but for the questions that are two in one. */
  private static Stream<Part> parts(VectorFile.Case question, JsonNode answer) {
    Expectation expected = question.expectation();
    return question.kind().equals("resolve")
        ? Stream.of("one", "many")
            .map(name -> new Part(question, expected.member(name), answer.path(name)))
        : Stream.of(new Part(question, expected, answer));
  }

  private Optional<String> difference(Part part, Comparison comparison) {
    Optional<Deviations> deviation = Deviations.of(part.question(), part.expected());
    boolean matches = comparison.isRight(part.expected(), part.answer());
    compared.merge(part.question().kind(), 1, Integer::sum);
    if (deviation.isEmpty()) {
      return matches ? Optional.empty() : Optional.of(described(part, "recorded", part.expected()));
    }
    compared.merge(deviation.get().name(), 1, Integer::sum);
    if (matches && part.expected().always().isEmpty()) {
      return Optional.of(
          "%n%s%n  is as recorded, although %s says it would not be: %s"
              .formatted(part.question(), deviation.get(), part.answer()));
    }
    return deviation
        .get()
        .instead(part.question(), part.expected().first())
        .map(instead -> new Expectation(List.of(instead), Optional.empty()))
        .filter(instead -> !comparison.isRight(instead, part.answer()))
        .map(instead -> described(part, deviation.get().reason(), instead));
  }

  private static String described(Part part, String why, Expectation expected) {
    List<JsonNode> answers = expected.answers().stream().map(Comparison::essence).toList();
    return "%n%s%n  %s: %s%s%n  actual: %s"
        .formatted(
            part.question(),
            why,
            answers.size() == 1 ? answers.getFirst() : answers,
            expected.always().map(common -> ", always " + common).orElse(""),
            part.answer());
  }
}
