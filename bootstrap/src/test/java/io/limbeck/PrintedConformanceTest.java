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
 * deviations: duplicate ids, with which no graph is made, so that every command says what Alembic
 * only warns of; and {@code current --check-heads}, which compares with the real heads, and tells
 * more than one sentence.
 */
class PrintedConformanceTest {
  private static final String CHECK = "check_heads";

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("files")
  void the_program_prints_what_alembic_prints(VectorFile file) {
    List<String> differences = new ArrayList<>();

    for (VectorFile.Case question : file.cases()) {
      Optional<String> difference =
          switch (question.kind()) {
            case "display" -> difference(question, run(question, displayed(question)));
            case "offline" -> difference(question, run(question, offline(question)));
            default -> Optional.empty();
          };
      difference.ifPresent(differences::add);
    }

    assertThat(differences.stream().limit(5)).as("%d differ", differences.size()).isEmpty();
  }

  static List<VectorFile> files() {
    return Vectors.all().stream().filter(file -> !file.cases().isEmpty()).toList();
  }

  private static RecordedProject.Printed run(VectorFile.Case question, List<String> words) {
    return new RecordedProject(question).run(words);
  }

  private static List<String> displayed(VectorFile.Case question) {
    JsonNode arguments = question.json().path("args");
    List<String> words = new ArrayList<>(List.of(question.text("command").orElseThrow()));
    for (String flag : List.of("verbose", "resolve_dependencies", "indicate_current", CHECK)) {
      if (arguments.path(flag).asBoolean()) {
        words.add("--" + flag.replace('_', '-'));
      }
    }
    if (arguments.has("rev")) {
      words.addAll(List.of("--", arguments.path("rev").asText()));
    }
    return words;
  }

  private static List<String> offline(VectorFile.Case question) {
    List<String> words =
        new ArrayList<>(List.of(question.text("command").orElseThrow(), "--sql", "--"));
    question.text("arg").ifPresentOrElse(words::add, () -> words.addAll(question.texts("arg")));
    return words;
  }

  private static Optional<String> difference(
      VectorFile.Case question, RecordedProject.Printed printed) {
    JsonNode duplicate = question.file().load().first().path("warnings").path(0);
    if (duplicate.isTextual()) {
      return isRefused(printed, duplicate.asText())
          ? Optional.empty()
          : Optional.of("%s%n  was not refused: %s".formatted(question, printed));
    }
    JsonNode first = question.expectation().first();
    if (question.json().path("args").path(CHECK).asBoolean()
        && isAtRealHeads(question)
        && first.has("error")) {
      return printed.exitCode() == 0
          ? Optional.empty()
          : Optional.of(question + "\n  all is applied, and that was not seen");
    }
    List<Optional<String>> differences =
        question.expectation().answers().stream()
            .map(expected -> compared(question, printed, expected))
            .toList();
    if (differences.stream().anyMatch(Optional::isEmpty)
        || question.expectation().always().filter(always -> isRight(printed, always)).isPresent()) {
      return Optional.empty();
    }
    return differences.getFirst();
  }

  private static boolean isRefused(RecordedProject.Printed printed, String problem) {
    return printed.exitCode() != 0
        && printed.out().isEmpty()
        && printed.err().lines().toList().contains("FAILED: " + problem);
  }

  private static boolean isAtRealHeads(VectorFile.Case question) {
    return texts(question.file().structure().orElseThrow().first().path("real_heads")).stream()
        .sorted()
        .toList()
        .equals(question.texts("rows").stream().sorted().toList());
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
      VectorFile.Case question, RecordedProject.Printed printed, JsonNode expected) {
    JsonNode error = expected.path("error");
    if (error.path("internal").asBoolean()) {
      return printed.err().contains("bug in Limbeck")
          ? Optional.of(question + "\n" + printed.err())
          : Optional.empty();
    }
    boolean same =
        error.isObject()
            ? isRefused(printed, error.path("message").asText())
            : printed.exitCode() == 0
                && (question.kind().equals("offline")
                    ? nonBlank(printed.out()).equals(texts(expected.path("sql")))
                    : printed.out().equals(texts(expected.path("lines"))));
    return same
        ? Optional.empty()
        : Optional.of(
            "%s%n expected %s%n but was %d %s %s"
                .formatted(question, expected, printed.exitCode(), printed.out(), printed.err()));
  }

  private static List<String> nonBlank(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
