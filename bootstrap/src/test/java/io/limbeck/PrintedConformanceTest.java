package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.limbeck.domain.revision.VectorFile;
import io.limbeck.domain.revision.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Alembic was recorded to print, byte for byte, against what the program prints. Two
 * deviations: duplicate ids, with which no graph is made; and {@code current --check-heads}, which
 * compares with the real heads, and tells more than one sentence.
 */
class PrintedConformanceTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void the_program_prints_what_alembic_prints(VectorFile file) {
    List<String> differences = new ArrayList<>();

    for (VectorFile.Case question : file.cases()) {
      switch (question.kind()) {
        case "display" -> display(question).ifPresent(differences::add);
        case "offline" -> offline(question).ifPresent(differences::add);
        default -> {}
      }
    }

    assertThat(differences.stream().limit(5)).as("%d differ", differences.size()).isEmpty();
  }

  static List<VectorFile> files() {
    return Vectors.all().stream()
        .filter(file -> !file.load().first().has("warnings") && !file.cases().isEmpty())
        .toList();
  }

  private static Optional<String> display(VectorFile.Case question) {
    JsonNode arguments = question.json().path("args");
    List<String> words = new ArrayList<>(List.of(question.text("command").orElseThrow()));
    if (arguments.path("verbose").asBoolean()) {
      words.add("--verbose");
    }
    if (arguments.path("resolve_dependencies").asBoolean()) {
      words.add("--resolve-dependencies");
    }
    if (arguments.path("indicate_current").asBoolean()) {
      words.add("--indicate-current");
    }
    boolean checkHeads = arguments.path("check_heads").asBoolean();
    if (checkHeads) {
      words.add("--check-heads");
    }
    if (arguments.has("rev")) {
      words.addAll(List.of("--", arguments.path("rev").asText()));
    }
    RecordedProject.Printed printed = new RecordedProject(question).run(words);
    JsonNode expected = question.expectation().first();
    if (checkHeads && isAtRealHeads(question) && expected.has("error")) {
      return printed.exitCode() == 0
          ? Optional.empty()
          : Optional.of(question + "\n  all is applied, and that was not seen");
    }
    return compared(question, printed, expected, "lines", false);
  }

  private static boolean isAtRealHeads(VectorFile.Case question) {
    return texts(question.file().structure().orElseThrow().first().path("real_heads")).stream()
        .sorted()
        .toList()
        .equals(question.texts("rows").stream().sorted().toList());
  }

  private static Optional<String> offline(VectorFile.Case question) {
    List<String> words =
        new ArrayList<>(List.of(question.text("command").orElseThrow(), "--sql", "--"));
    question.text("arg").ifPresentOrElse(words::add, () -> words.addAll(question.texts("arg")));
    RecordedProject.Printed printed = new RecordedProject(question).run(words);
    List<Optional<String>> differences =
        question.expectation().answers().stream()
            .map(expected -> compared(question, printed, expected, "sql", true))
            .toList();
    if (differences.stream().anyMatch(Optional::isEmpty)
        || question.expectation().always().filter(always -> isRight(printed, always)).isPresent()) {
      return Optional.empty();
    }
    return differences.getFirst();
  }

  /** Where Alembic's order varies, the same revisions run, in whatever order. */
  private static boolean isRight(RecordedProject.Printed printed, JsonNode always) {
    List<String> running =
        printed.out().stream()
            .filter(line -> line.startsWith("-- Running "))
            .map(line -> line.substring("-- Running ".length()))
            .sorted()
            .toList();
    return printed.exitCode() == 0
        && (always.path("running").isMissingNode()
            || texts(always.path("running")).stream().sorted().toList().equals(running));
  }

  private static Optional<String> compared(
      VectorFile.Case question,
      RecordedProject.Printed printed,
      JsonNode expected,
      String member,
      boolean nonEmptyOnly) {
    JsonNode error = expected.path("error");
    if (error.path("internal").asBoolean()) {
      return printed.err().contains("bug in Limbeck")
          ? Optional.of(question + "\n" + printed.err())
          : Optional.empty();
    }
    List<String> out =
        nonEmptyOnly
            ? printed.out().stream().filter(line -> !line.isBlank()).toList()
            : printed.out();
    boolean same =
        error.isObject()
            ? printed.exitCode() != 0
                && printed.out().isEmpty()
                && printed
                    .err()
                    .lines()
                    .toList()
                    .contains("FAILED: " + error.path("message").asText())
            : printed.exitCode() == 0 && out.equals(texts(expected.path(member)));
    return same
        ? Optional.empty()
        : Optional.of(
            "%s%n expected %s%n but was %d %s %s"
                .formatted(question, expected, printed.exitCode(), out, printed.err()));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
