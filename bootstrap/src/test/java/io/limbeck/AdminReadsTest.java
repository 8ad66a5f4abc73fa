package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the admin shows, of a project whose history forks and is applied in part. */
class AdminReadsTest {
  @TempDir private Path folder;
  private Project project;
  private Served served;

  @BeforeEach
  void serve_a_fork_of_which_one_side_is_applied() {
    project = Project.drawn(folder, "a1 -> b2 -> d4", "a1 -> c3");
    project.limbeck("upgrade", "b2");
    served = Served.by(folder);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void the_status_tells_where_the_database_stands() {
    JsonNode document = served.get("/api/status").json();
    JsonNode status = document.path("result");

    assertThat(document.path("format").intValue()).isEqualTo(1);
    assertThat(document.path("command").textValue()).isEqualTo("status");
    assertThat(document.path("database").textValue()).isEqualTo(project.database().toString());
    assertThat(status)
        .hasToString(
            """
            {"exists":true,"dialect":"sqlite","short_name":"app.db","rows":["b2"],\
            "heads":["c3","d4"],"at_heads":false,"pending":2,"changed":[],"unknown":[],\
            "writes":false}\
            """);
  }

  @Test
  void the_status_tells_changed_scripts_and_drift_on_request() throws Exception {
    Files.writeString(
        project.script("b2"), Files.readString(project.script("b2")).replace("'one'", "'two'"));
    project.execute("DROP TABLE t_b2");

    JsonNode status = served.get("/api/status?drift=true").result();

    assertThat(status.path("changed").findValuesAsText("revision")).containsExactly("b2");
    assertThat(status.path("drift")).hasToString("[\"table t_b2 is missing (revision b2)\"]");
    assertThat(served.get("/api/status").result().has("drift")).isFalse();
  }

  @Test
  void a_database_at_a_revision_that_no_script_has_is_told_all_the_same() throws Exception {
    Files.delete(project.script("b2"));
    Files.delete(project.script("d4"));
    Thread.sleep(1_100);

    JsonNode status = served.get("/api/status").result();

    assertThat(status.path("rows")).hasToString("[\"b2\"]");
    assertThat(status.path("unknown")).hasToString("[\"b2\"]");
    assertThat(status.path("at_heads").booleanValue()).isFalse();
    assertThat(served.get("/health/ready").status()).isEqualTo(503);
  }

  @Test
  void a_project_without_a_database_has_all_its_revisions_pending() throws Exception {
    Files.delete(project.database());

    JsonNode status = served.get("/api/status").result();

    assertThat(status.path("exists").booleanValue()).isFalse();
    assertThat(status.path("rows")).isEmpty();
    assertThat(status.path("pending").intValue()).isEqualTo(4);
    assertThat(Files.exists(project.database())).isFalse();
  }

  @Test
  void the_revisions_are_listed_as_by_the_command_line_with_their_state() throws Exception {
    JsonNode revisions = served.get("/api/revisions").result().path("revisions");

    assertThat(revisions.findValuesAsText("revision"))
        .containsExactlyElementsOf(listed(project.limbeck("history", "--json")));
    assertThat(byId(revisions, "b2").toString())
        .isEqualTo(
            """
            {"revision":"b2","down":["a1"],"depends_on":[],"branch_labels":[],\
            "message":"revision b2","is_head":false,"is_real_head":false,"is_branch_point":false,\
            "is_merge_point":false,"next":["d4"],"path":"%s","created":"2026-01-02 03:04:05",\
            "state":"applied","current":true,"changed":false}\
            """
                .formatted(project.script("b2")));
    assertThat(byId(revisions, "a1").path("state").textValue()).isEqualTo("applied");
    assertThat(byId(revisions, "a1").path("current").booleanValue()).isFalse();
    assertThat(byId(revisions, "c3").path("state").textValue()).isEqualTo("pending");
  }

  @Test
  void a_revision_shows_its_sections_and_when_it_was_applied() {
    JsonNode revision = served.get("/api/revisions/b2").result();

    assertThat(revision.path("checksum").textValue()).matches("v1:[0-9a-f]{64}");
    assertThat(revision.path("sections"))
        .hasToString(
            """
            [{"direction":"upgrade","dialects":[],"transactional":true,"statements":[\
            "CREATE TABLE t_b2 (id INTEGER PRIMARY KEY, name TEXT)",\
            "INSERT INTO t_b2 (name) VALUES ('one')"]},\
            {"direction":"downgrade","dialects":[],"transactional":true,"statements":[\
            "DROP TABLE t_b2"]}]\
            """);
    assertThat(revision.path("applied").fieldNames())
        .toIterable()
        .containsExactly("at", "by", "took_ms", "limbeck");
    assertThat(served.get("/api/revisions/c3").result().has("applied")).isFalse();
  }

  @Test
  void a_revision_whose_script_is_gone_is_shown_as_the_database_kept_it() throws Exception {
    Files.delete(project.script("b2"));
    Files.delete(project.script("d4"));
    Thread.sleep(1_100);

    JsonNode revision = served.get("/api/revisions/b2").result();

    assertThat(revision.path("unknown").booleanValue()).isTrue();
    assertThat(revision.path("message").textValue()).isEqualTo("revision b2");
    assertThat(revision.path("down")).hasToString("[\"a1\"]");
    assertThat(revision.path("current").booleanValue()).isTrue();
    assertThat(revision.path("sections").get(1).path("statements"))
        .hasToString("[\"DROP TABLE t_b2\"]");
    assertThat(revision.path("applied").has("at")).isTrue();
  }

  @Test
  void the_steps_come_newest_first_a_page_at_a_time() {
    project.limbeck("upgrade", "heads");
    project.limbeck("downgrade", "c3@base", "--confirm=app.db");
    List<String> numbers = new ArrayList<>();
    List<String> directions = new ArrayList<>();

    JsonNode page = served.get("/api/history?limit=2").result();
    while (true) {
      numbers.addAll(page.path("steps").findValuesAsText("number"));
      directions.addAll(page.path("steps").findValuesAsText("direction"));
      if (!page.has("next")) {
        break;
      }
      page = served.get("/api/history?limit=2&before=" + page.path("next").longValue()).result();
    }

    List<String> recorded = project.query("SELECT count(*) FROM limbeck_history");
    assertThat(numbers).hasSize(Integer.parseInt(recorded.getFirst())).endsWith("2", "1");
    assertThat(directions).contains("downgrade").endsWith("upgrade", "upgrade");
  }

  @Test
  void a_plan_shows_the_sql_and_what_is_remarkable_about_it() {
    project.script(
        "d4", "b2", "ALTER TABLE t_b2 ADD CONSTRAINT c CHECK (name <> '');\nDROP TABLE t_a1;", "");

    JsonNode plan = served.get("/api/plan?direction=upgrade&target=d4").result();

    assertThat(plan.path("from")).hasToString("[\"b2\"]");
    assertThat(plan.path("to")).hasToString("[\"d4\"]");
    assertThat(plan.path("steps").get(0).path("statements").get(0).textValue())
        .isEqualTo("ALTER TABLE t_b2 ADD CONSTRAINT c CHECK (name <> '');");
    assertThat(plan.path("hazards").get(0).path("table").textValue()).isEqualTo("t_b2");
    assertThat(plan.path("hazards").get(0).path("revision").textValue()).isEqualTo("d4");
    assertThat(plan.path("losses")).hasToString("[{\"table\":\"t_a1\",\"rows\":1}]");
    assertThat(plan.has("confirm")).isFalse();
  }

  @Test
  void a_plan_of_a_downgrade_tells_what_it_takes_to_confirm_it() {
    JsonNode plan = served.get("/api/plan?direction=downgrade&target=a1").result();

    assertThat(plan.path("losses")).hasToString("[{\"table\":\"t_b2\",\"rows\":1}]");
    assertThat(plan.path("confirm").textValue()).isEqualTo("app.db");
  }

  @Test
  void a_plan_of_a_stamp_runs_nothing() {
    JsonNode plan = served.get("/api/plan?direction=stamp&target=d4").result();

    assertThat(plan.path("to")).hasToString("[\"d4\"]");
    assertThat(plan.path("steps").get(0).path("kind").textValue()).isEqualTo("stamp_up");
    assertThat(plan.path("steps").get(0).path("statements")).isEmpty();
  }

  @Test
  void scripts_that_change_are_read_again() throws Exception {
    assertThat(served.get("/api/status").result().path("pending").intValue()).isEqualTo(2);
    project.script("e5", "d4", "CREATE TABLE t_e5 (id INTEGER);", "DROP TABLE t_e5;");
    Thread.sleep(1_100);

    assertThat(served.get("/api/status").result().path("pending").intValue()).isEqualTo(3);
  }

  @Test
  void a_database_is_ready_when_it_stands_at_the_heads() {
    Served.Answer behind = served.get("/health/ready");
    project.limbeck("upgrade", "heads");
    Served.Answer ready = served.get("/health/ready");

    assertThat(behind.status()).isEqualTo(503);
    assertThat(behind.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(behind.json().path("detail").textValue()).isEqualTo("2 revisions are pending.");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(served.get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void metrics_are_text_that_prometheus_reads() {
    served.get("/api/status");
    Served.Answer metrics = served.get("/metrics");

    assertThat(metrics.header("Content-Type")).startsWith("text/plain; version=0.0.4");
    assertThat(metrics.text())
        .contains("limbeck_revisions_pending 2.0\n")
        .contains("limbeck_database_at_heads 0.0\n")
        .contains("limbeck_database_readable 1.0\n")
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",status=\"200\","
                + "uri=\"/api/status\"} 1");
  }

  @Test
  void a_database_that_cannot_be_read_is_a_problem_and_no_stack_trace() throws Exception {
    Files.writeString(project.database(), "This is not a database, but it is long enough for one.");

    Served.Answer answer = served.get("/api/status");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("detail").textValue()).contains("app.db");
    assertThat(answer.json().path("remedy").textValue()).isNotBlank();
    assertThat(answer.text()).doesNotContain("Exception");
    assertThat(served.get("/health/live").status()).isEqualTo(200);
    assertThat(served.get("/metrics").text()).contains("limbeck_database_readable 0.0\n");
  }

  @Test
  void the_page_and_its_parts_come_with_their_types() {
    assertThat(served.get("/").header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(served.get("/").text()).startsWith("<!doctype html>");
    assertThat(served.get("/assets/main.js").header("Content-Type"))
        .isEqualTo("text/javascript; charset=utf-8");
    assertThat(served.method("HEAD", "/").header("Content-Length"))
        .isEqualTo(Integer.toString(served.get("/").text().getBytes().length));
  }

  private static JsonNode byId(JsonNode revisions, String id) {
    for (JsonNode revision : revisions) {
      if (revision.path("revision").textValue().equals(id)) {
        return revision;
      }
    }
    throw new AssertionError("no revision " + id);
  }

  private static List<String> listed(Project.Printed printed) throws Exception {
    List<String> ids = new ArrayList<>();
    new ObjectMapper()
        .readTree(printed.out())
        .path("result")
        .path("order")
        .forEach(id -> ids.add(id.textValue()));
    return ids;
  }
}
