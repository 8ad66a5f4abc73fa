package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the admin says of its own interface, compared with what it answers. */
class AdminOpenApiTest {
  @TempDir private Path folder;
  private Project project;
  private Served served;
  private JsonNode api;

  @BeforeEach
  void serve_a_project_of_which_there_is_something_to_tell() throws Exception {
    project = Project.drawn(folder, "a1 -> b2 -> d4", "a1 -> c3");
    Files.writeString(
        folder.resolve("alembic.ini"), "mark = production\n", StandardOpenOption.APPEND);
    project.limbeck("upgrade", "b2");
    project.limbeck("stamp", "c3");
    Files.writeString(
        project.script("b2"), Files.readString(project.script("b2")).replace("'one'", "'two'"));
    project.script(
        "d4", "b2", "ALTER TABLE t_b2 ADD CONSTRAINT c CHECK (name <> '');\nDROP TABLE t_a1;", "");
    served = Served.writing(project);
    api = served.get("/api/openapi.json").json();
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void every_answer_is_as_it_is_described() {
    JsonNode operation = served.done("upgrade", "{\"target\":\"d4\",\"heads\":[\"b2\",\"c3\"]}");
    String id = operation.path("id").textValue();

    Map<String, String> asked =
        Map.ofEntries(
            Map.entry("/api/status?drift=true", "/api/status"),
            Map.entry("/api/revisions", "/api/revisions"),
            Map.entry("/api/revisions/a1", "/api/revisions/{id}"),
            Map.entry("/api/revisions/c3", "/api/revisions/{id}"),
            Map.entry("/api/history?limit=2", "/api/history"),
            Map.entry("/api/plan?direction=downgrade&target=base", "/api/plan"),
            Map.entry("/api/plan?direction=stamp&target=a1", "/api/plan"),
            Map.entry("/api/operations/" + id, "/api/operations/{id}"),
            Map.entry("/health/live", "/health/live"),
            Map.entry("/health/ready", "/health/ready"));
    asked.forEach((path, template) -> {
      Served.Answer answer = served.get(path);

      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(wrong(response(template, "get", "200"), answer.json())).as(path).isEmpty();
    });
  }

  @Test
  void every_problem_is_as_it_is_described() {
    List<Served.Answer> problems =
        List.of(
            served.get("/api/revisions/zz"),
            served.get("/health/ready"),
            served.order("upgrade", "{}"),
            served.order("upgrade", "{\"target\":\"head\",\"heads\":[]}"),
            served.order("downgrade", "{\"target\":\"base\",\"heads\":[\"b2\",\"c3\"]}"));

    JsonNode schema = api.at("/components/schemas/Problem");
    assertThat(problems)
        .allSatisfy(problem -> {
          assertThat(problem.status()).isGreaterThanOrEqualTo(400);
          assertThat(wrong(schema, problem.json())).isEmpty();
        });
  }

  @Test
  void what_is_begun_is_as_it_is_described() {
    Served.Answer begun = served.order("upgrade", "{\"target\":\"d4\",\"heads\":[\"b2\",\"c3\"]}");

    assertThat(wrong(response("/api/upgrade", "post", "202"), begun.json())).isEmpty();
    served.get(begun.header("Location") + "/events");
  }

  @Test
  void what_is_described_is_there_with_the_methods_it_has() {
    api.path("paths")
        .properties()
        .forEach(path -> {
          String asked = path.getKey().replace("{id}", "a1");
          TreeSet<String> methods = new TreeSet<>();
          path.getValue()
              .fieldNames()
              .forEachRemaining(method -> methods.add(method.toUpperCase()));
          if (methods.contains("GET")) {
            methods.add("HEAD");
          }

          Served.Answer answer = served.method("BREW", asked);

          assertThat(answer.status()).as(asked).isEqualTo(405);
          assertThat(new TreeSet<>(List.of(answer.header("Allow").split(", ")))).isEqualTo(methods);
        });
  }

  @Test
  void the_comparison_finds_what_is_wrong() {
    JsonNode schema = response("/api/status", "get", "200");
    JsonNode status = served.get("/api/status").json();
    ((ObjectNode) status.path("result")).put("pending", "2").put("more", true).remove("rows");

    assertThat(wrong(schema, status))
        .containsExactlyInAnyOrder(
            "/result/pending is no integer",
            "/result/more is not described",
            "/result/rows is missing");
  }

  private JsonNode response(String template, String method, String status) {
    JsonNode schema =
        api.path("paths")
            .path(template)
            .path(method)
            .path("responses")
            .path(status)
            .path("content")
            .path("application/json")
            .path("schema");
    assertThat(schema.isObject()).as(template).isTrue();
    return schema;
  }

  private List<String> wrong(JsonNode schema, JsonNode value) {
    List<String> found = new ArrayList<>();
    compare(schema, value, "", found);
    return found;
  }

  private void compare(JsonNode schema, JsonNode value, String place, List<String> found) {
    if (schema.has("$ref")) {
      compare(api.at(schema.path("$ref").textValue().substring(1)), value, place, found);
      return;
    }
    String type = schema.path("type").textValue();
    boolean fits =
        switch (type) {
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "boolean" -> value.isBoolean();
          case "array" -> value.isArray();
          case "object" -> value.isObject();
          default -> throw new AssertionError("a type that is not compared: " + type);
        };
    if (!fits) {
      found.add(place + " is no " + type);
      return;
    }
    if (schema.has("enum") && !contains(schema.path("enum"), value)) {
      found.add(place + " is none of " + schema.path("enum"));
    }
    value.forEach(element -> {
      if (value.isArray()) {
        compare(schema.path("items"), element, place + "/-", found);
      }
    });
    schema
        .path("required")
        .forEach(name -> {
          if (!value.has(name.textValue())) {
            found.add(place + "/" + name.textValue() + " is missing");
          }
        });
    value
        .properties()
        .forEach(member -> {
          JsonNode described = schema.path("properties").path(member.getKey());
          if (described.isMissingNode()) {
            found.add(place + "/" + member.getKey() + " is not described");
          } else {
            compare(described, member.getValue(), place + "/" + member.getKey(), found);
          }
        });
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode element : list) {
      if (element.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
