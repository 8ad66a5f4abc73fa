package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limbeck.Project.Printed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code --json} standard output is one document, whatever happens. */
class JsonTest {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @TempDir private Path folder;

  /** Every command with arguments that work, in an order in which all do. */
  static List<List<String>> commands() {
    return List.of(
        List.of("init", "other"),
        List.of("ensure_version"),
        List.of("upgrade", "--sql"),
        List.of("upgrade", "--dry-run"),
        List.of("upgrade"),
        List.of("upgrade"),
        List.of("upgrade", "--url", "sqlite:///house.db"),
        List.of("copy", "--to", "sqlite:///house.db", "--dry-run"),
        List.of("copy", "--to", "sqlite:///house.db"),
        List.of("current"),
        List.of("current", "-v"),
        List.of("current", "--check-heads"),
        List.of("plan"),
        List.of("verify"),
        List.of("drift"),
        List.of("check"),
        List.of("revision", "--autogenerate"),
        List.of("history"),
        List.of("history", "-i", "-v"),
        List.of("history", "--graph"),
        List.of("heads"),
        List.of("heads", "--resolve-dependencies"),
        List.of("branches"),
        List.of("show", "d4"),
        List.of("show", "d4", "--up"),
        List.of("show", "d4", "--down"),
        List.of("edit", "a1"),
        List.of("stamp", "a1"),
        List.of("stamp", "--purge", "d4"),
        List.of("stamp", "--sql", "a1:d4"),
        List.of("downgrade", "b2", "--dry-run"),
        List.of("downgrade", "b2", "--confirm=app.db"),
        List.of("downgrade", "d4:a1", "--sql"),
        List.of("revision", "-m", "more", "--rev-id", "e5"),
        List.of("merge", "e5", "b2", "--splice"),
        List.of("serve", "--port", "0"),
        List.of("completion", "bash"),
        List.of("completion", "zsh"));
  }

  private static JsonNode document(Printed printed) {
    try {
      return MAPPER.readTree(printed.out());
    } catch (JsonProcessingException invalid) {
      throw new AssertionError(printed.out(), invalid);
    }
  }

  private static List<String> members(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String[] withJson(List<String> command) {
    return Stream.concat(command.stream(), Stream.of("--json")).toArray(String[]::new);
  }

  @Test
  void every_command_answers_with_one_document() {
    Project project = Project.drawn(folder, "a1 -> b2:net -> d4", "a1 -> c3 -> d4");
    project.write(
        "alembic.ini",
        """
        [alembic]
        script_location = %(here)s/migrations
        sqlalchemy.url = sqlite:///%(here)s/app.db
        models = models.sql
        include = wanted*
        """);
    project.write("models.sql", "CREATE TABLE other (id INTEGER);\n");

    for (List<String> command : commands()) {
      if (command.getFirst().equals("serve")) {
        // It ends when it is interrupted.
        Thread.currentThread().interrupt();
      }
      Printed printed = project.limbeck(Map.of("EDITOR", "true"), withJson(command));

      assertThat(printed.exitCode()).as("%s: %s", command, printed.err()).isZero();
      JsonNode document = document(printed);
      assertThat(document.path("format").asInt()).isEqualTo(1);
      assertThat(document.path("command").asText()).isEqualTo(command.getFirst());
      assertThat(document.path("result").isObject()).as("%s", command).isTrue();
      assertThat(members(document))
          .isSubsetOf("format", "command", "database", "result")
          .doesNotHaveDuplicates();
      assertThat(printed.out()).endsWith("}\n").hasLineCount(1);
    }
  }

  @Test
  void no_command_is_left_out_here() {
    Stream<String> names =
        Pattern.compile("^  (\\w+)(?:, [\\w-]+)? {2,}", Pattern.MULTILINE)
            .matcher(
                Project.drawn(folder, "a1")
                    .limbeck("--help")
                    .out()
                    .replaceFirst("(?s).*Commands:", "")
                    .replaceFirst("(?s)Exit codes:.*", ""))
            .results()
            .map(match -> match.group(1));

    assertThat(commands().stream().map(List::getFirst).distinct())
        .containsExactlyInAnyOrderElementsOf(names.toList());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_failure_is_a_document_with_code_problem_and_remedy(List<String> command) {
    Project project = Project.drawn(folder, "a1");
    project.write("alembic.ini", "[alembic]\nscript_location = nowhere\n");
    project.write("other/file", "");

    Printed printed = project.limbeck(withJson(command));

    if (command.getFirst().equals("completion")) {
      assertThat(printed.exitCode()).isZero();
      return;
    }
    JsonNode document = document(printed);
    assertThat(members(document)).containsExactly("format", "command", "error");
    assertThat(document.path("command").asText()).isEqualTo(command.getFirst());
    JsonNode error = document.path("error");
    assertThat(members(error)).containsExactly("code", "problem", "remedy");
    assertThat(error.path("code").asInt()).isEqualTo(printed.exitCode()).isPositive();
    assertThat(printed.err())
        .contains(
            "FAILED: %s\n  %s\n"
                .formatted(error.path("problem").asText(), error.path("remedy").asText()));
  }

  @Test
  void wrong_usage_is_a_document_too() {
    Project project = Project.drawn(folder, "a1");

    assertThat(project.limbeck("--json").out())
        .isEqualTo(
            "{\"format\":1,\"command\":\"\",\"error\":{\"code\":2,\"problem\":\"No command is"
                + " given\",\"remedy\":\"See 'limbeck --help'.\"}}\n");
    assertThat(project.limbeck("nope", "--json").out())
        .contains("\"command\":\"\",\"error\":{\"code\":2,\"problem\":\"No such command: 'nope'\"");
    assertThat(project.limbeck("--json", "downgrade").out())
        .isEqualTo(
            "{\"format\":1,\"command\":\"downgrade\",\"error\":{\"code\":2,\"problem\":\"Missing"
                + " required parameter: 'TARGET'\",\"remedy\":\"See 'limbeck downgrade"
                + " --help'.\"}}\n");
    assertThat(project.limbeck("upgrade", "--json", "--zzz").out())
        .contains("\"command\":\"upgrade\",\"error\":{\"code\":2,");
    assertThat(project.limbeck("upgrade", "a:b", "--json").out())
        .contains("\"command\":\"upgrade\",\"error\":{\"code\":2,");
  }

  @Test
  void an_alias_is_told_as_the_command_it_stands_for() {
    assertThat(document(Project.drawn(folder, "a1").limbeck("ensure-version", "--json")))
        .hasToString(
            "{\"format\":1,\"command\":\"ensure_version\",\"database\":\"%s\",\"result\":{}}"
                .formatted(folder.resolve("app.db")));
  }

  @Test
  void an_upgrade_tells_where_it_came_from_its_steps_and_what_changed() throws Exception {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.limbeck("upgrade", "a1");
    project.script("a1", "", "SELECT 1;", "");

    JsonNode result = document(project.limbeck("upgrade", "--json")).path("result");

    assertThat(result.path("changed").get(0).path("path").asText())
        .isEqualTo(project.script("a1").toString());
    assertThat(members(result.path("changed").get(0)))
        .containsExactly("revision", "path", "applied_at", "applied_by");
    assertThat(result.path("from")).hasToString("[\"a1\"]");
    assertThat(result.path("to")).hasToString("[\"b2\"]");
    assertThat(result.path("losses")).hasToString("[]");
    assertThat(result.path("steps"))
        .hasToString(
            "[{\"kind\":\"upgrade\",\"revision\":\"b2\",\"from\":[\"a1\"],\"to\":[\"b2\"],"
                + "\"message\":\"revision b2\",\"rows\":[\"b2\"]}]");
  }

  @Test
  void sql_is_a_list_of_lines() {
    Project project = Project.drawn(folder, "a1");

    assertThat(document(project.limbeck("show", "a1", "--down", "--json")).path("result"))
        .hasToString("{\"sql\":[\"DROP TABLE t_a1;\"]}");
    assertThat(
            document(project.limbeck("downgrade", "a1:base", "--sql", "--json"))
                .path("result")
                .path("sql"))
        .hasToString(
            "[\"-- Running downgrade a1 -> \",\"\",\"DROP TABLE t_a1;\",\"\",\"DELETE FROM"
                + " alembic_version WHERE alembic_version.version_num = 'a1';\"]");
  }
}
