package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the admin does when it is told to, and how it tells what it is doing. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AdminWritesTest {
  private static final String UP = "{\"target\":\"head\",\"heads\":[]}";

  @TempDir private Path folder;
  private Project project;
  private Served served;

  @BeforeEach
  void serve_three_revisions() {
    project = Project.drawn(folder, "a1 -> b2 -> c3");
    served = Served.writing(project);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void an_upgrade_is_begun_at_once_and_can_be_asked_about() {
    Served.Answer begun = served.order("upgrade", UP);
    served.get(begun.header("Location") + "/events");

    assertThat(begun.status()).isEqualTo(202);
    String id = begun.result().path("operation").textValue();
    assertThat(begun.header("Location")).isEqualTo("/api/operations/" + id);
    assertThat(served.get("/api/operations/" + id).result())
        .hasToString(
            """
            {"id":"%s","kind":"upgrade","target":"head","state":"done","from":[],"rows":["c3"],\
            "steps_done":3,"steps":3}\
            """
                .formatted(id));
    assertThat(project.rows()).containsExactly("c3");
    assertThat(served.get("/api/status").result().path("operation"))
        .hasToString(
            "{\"id\":\"%s\",\"kind\":\"upgrade\",\"target\":\"head\",\"state\":\"done\"}"
                .formatted(id));
    assertThat(served.err())
        .contains(
            "INFO  [limbeck] Asked over HTTP to upgrade to head.",
            "INFO  [limbeck] Running upgrade b2 -> c3, revision c3",
            "INFO  [limbeck] The database is now at c3 (3 steps).");
  }

  @Test
  void the_events_tell_each_revision_each_statement_and_the_outcome() {
    String events = events(served.order("upgrade", UP), "");

    assertThat(names(events))
        .startsWith("started", "statement", "statement", "finished", "started")
        .endsWith("finished", "done")
        .hasSize(3 * 4 + 1);
    assertThat(events)
        .contains(
            """
            id: 1
            event: started
            data: {"revision":"a1","kind":"upgrade","message":"revision a1","number":1,"count":3}

            id: 2
            event: statement
            data: {"revision":"a1","number":1,"sql":"CREATE TABLE t_a1 (id INTEGER PRIMARY KEY, name TEXT)"}
            """)
        .endsWith("id: 13\nevent: done\ndata: {\"rows\":[\"c3\"]}\n\n");
  }

  @Test
  void the_events_tell_how_many_rows_a_rebuild_has_copied() {
    project.script(
        "c3",
        "b2",
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
        INSERT INTO t_b2 (name) SELECT 'row' FROM n;
        ALTER TABLE t_b2 ALTER COLUMN name TYPE VARCHAR(20) USING name || '!';
        """,
        "");

    String events = events(served.order("upgrade", UP), "");

    assertThat(names(events)).contains("copied");
    assertThat(events).contains("data: {\"table\":\"t_b2\",\"rows\":");
  }

  @Test
  void whoever_comes_back_gets_what_they_missed_and_nothing_twice() throws Exception {
    try (Connection other = project.connection();
        Statement lock = other.createStatement()) {
      project.limbeck("upgrade", "a1");
      lock.execute("BEGIN IMMEDIATE");
      String path = served.order("upgrade", up("a1")).header("Location");
      try (Socket gone = served.connect()) {
        gone.getOutputStream().write(streamOf(path).getBytes(StandardCharsets.US_ASCII));
        assertThat(new BufferedReader(new InputStreamReader(gone.getInputStream())).readLine())
            .isEqualTo("HTTP/1.1 200 OK");
      }
      lock.execute("COMMIT");

      String all = served.get(path + "/events").text();
      String rest = served.get(path + "/events", "Last-Event-ID", "5").text();

      assertThat(names(all)).hasSize(2 * 4 + 1);
      assertThat(all).endsWith(rest);
      assertThat(rest).startsWith("id: 6\n");
      assertThat(served.get(path + "/events", "Last-Event-ID", "9").text()).isEmpty();
      assertThat(served.get(path + "/events", "Last-Event-ID", "999").text()).isEmpty();
      assertThat(served.get(path + "/events", "Last-Event-ID", "x").status()).isEqualTo(422);
    }
  }

  @Test
  void a_client_that_goes_away_leaves_the_run_alone() throws Exception {
    project.script("c3", "b2", slow(400_000) + slow(400_000), "");
    String path = served.order("upgrade", UP).header("Location");

    for (int i = 0; i < 20; i++) {
      try (Socket gone = served.connect()) {
        gone.getOutputStream().write(streamOf(path).getBytes(StandardCharsets.US_ASCII));
        gone.getInputStream().read();
        gone.setSoLinger(true, 0);
      }
    }
    served.get(path + "/events");

    assertThat(project.rows()).containsExactly("c3");
    assertThat(served.get("/health/live").status()).isEqualTo(200);
    assertThat(served.err()).doesNotContain("FAILED");
  }

  @Test
  void heads_that_are_not_the_databases_are_refused_and_told() {
    project.limbeck("upgrade", "b2");

    Served.Answer refused = served.order("upgrade", up("a1"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("heads")).hasToString("[\"b2\"]");
    assertThat(refused.json().path("detail").textValue())
        .isEqualTo("The database stands at b2, and not where the request believes.");
    assertThat(project.rows()).containsExactly("b2");
  }

  @Test
  void one_of_two_writers_at_once_is_refused_and_told_whom_to_follow() throws Exception {
    project.limbeck("upgrade", "a1");
    try (Connection other = project.connection();
        Statement lock = other.createStatement()) {
      lock.execute("BEGIN IMMEDIATE");
      List<Served.Answer> answers =
          IntStream.range(0, 4)
              .parallel()
              .mapToObj(writer -> served.order("upgrade", up("a1")))
              .toList();
      Served.Answer later = served.order("downgrade", up("a1"));
      Served.Answer ready = served.get("/health/ready");
      lock.execute("COMMIT");

      Served.Answer begun =
          answers.stream().filter(answer -> answer.status() == 202).findFirst().orElseThrow();
      String id = begun.result().path("operation").textValue();
      assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(3);
      assertThat(later.status()).isEqualTo(409);
      assertThat(later.json().path("operation").textValue()).isEqualTo(id);
      assertThat(later.json().path("code").intValue()).isEqualTo(7);
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.json().path("detail").textValue()).isEqualTo("migrating 1 of 2");
      served.get(begun.header("Location") + "/events");
    }
    assertThat(project.query("SELECT revision FROM limbeck_history ORDER BY number"))
        .containsExactly("a1", "b2", "c3");
  }

  @Test
  void a_downgrade_that_loses_rows_is_refused_until_it_names_the_database() {
    project.limbeck("upgrade");

    Served.Answer refused = served.order("downgrade", "{\"target\":\"-1\",\"heads\":[\"c3\"]}");
    Served.Answer wrong =
        served.order(
            "downgrade", "{\"target\":\"-1\",\"heads\":[\"c3\"],\"confirm\":\"other.db\"}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("code").intValue()).isEqualTo(9);
    assertThat(refused.json().path("confirm").textValue()).isEqualTo("app.db");
    assertThat(refused.json().path("losses")).hasToString("[{\"table\":\"t_c3\",\"rows\":1}]");
    assertThat(wrong.status()).isEqualTo(409);
    assertThat(project.rows()).containsExactly("c3");

    served.done("downgrade", "{\"target\":\"-1\",\"heads\":[\"c3\"],\"confirm\":\"app.db\"}");

    assertThat(project.rows()).containsExactly("b2");
  }

  @Test
  void a_stamp_records_where_the_database_stands() {
    JsonNode operation = served.done("stamp", "{\"target\":\"b2\",\"heads\":[]}");

    assertThat(operation.path("kind").textValue()).isEqualTo("stamp");
    assertThat(project.rows()).containsExactly("b2");
    assertThat(project.query("SELECT name FROM sqlite_schema WHERE name LIKE 't_%'")).isEmpty();
  }

  @Test
  void a_run_that_has_nothing_to_do_is_done() {
    project.limbeck("upgrade");

    JsonNode operation = served.done("upgrade", up("c3"));

    assertThat(operation.path("steps").intValue()).isZero();
    assertThat(operation.path("rows")).hasToString("[\"c3\"]");
  }

  @Test
  void a_run_that_fails_tells_what_the_database_was_left_with() {
    project.script("c3", "b2", "CREATE TABLE half (id INTEGER);\nSELECT one FROM nowhere;", "");

    Served.Answer begun = served.order("upgrade", UP);
    String events = served.get(begun.header("Location") + "/events").text();
    JsonNode operation = served.get(begun.header("Location")).result();

    assertThat(names(events)).endsWith("failed");
    assertThat(operation.path("state").textValue()).isEqualTo("failed");
    assertThat(operation.path("steps_done").intValue()).isEqualTo(2);
    assertThat(operation.path("rows")).hasToString("[\"b2\"]");
    assertThat(operation.path("error").path("code").intValue()).isEqualTo(1);
    assertThat(operation.path("error").path("problem").textValue())
        .contains("c3", "no such table: nowhere");
    assertThat(operation.path("error").path("remedy").textValue())
        .contains("as it was before this revision, at b2");
    assertThat(project.rows()).containsExactly("b2");
    assertThat(served.get("/metrics").text())
        .contains("limbeck_operations_seconds_count{kind=\"upgrade\",outcome=\"failed\"} 1");
  }

  @Test
  void what_is_wrong_with_an_order_is_told_before_anything_runs() {
    Served.Answer unknown = served.order("upgrade", "{\"target\":\"zz\",\"heads\":[]}");
    Served.Answer back = served.order("downgrade", "{\"target\":\"-1\",\"heads\":[]}");

    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().path("code").intValue()).isEqualTo(8);
    assertThat(unknown.json().path("detail").textValue())
        .isEqualTo("Can't locate revision identified by 'zz'");
    assertThat(back.status()).isEqualTo(422);
    assertThat(served.get("/api/status").result().has("operation")).isFalse();
  }

  private static String up(String head) {
    return "{\"target\":\"head\",\"heads\":[\"%s\"]}".formatted(head);
  }

  /** A statement that takes some tenths of a second. */
  private static String slow(int count) {
    return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) SELECT max(i) FROM n;\n"
        .formatted(count);
  }

  private String events(Served.Answer begun, String last) {
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    String path = begun.header("Location") + "/events";
    return last.isEmpty()
        ? served.get(path).text()
        : served.get(path, "Last-Event-ID", last).text();
  }

  private String streamOf(String path) throws IOException {
    return "GET %s/events HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path);
  }

  private static List<String> names(String events) {
    return events
        .lines()
        .filter(line -> line.startsWith("event: "))
        .map(line -> line.substring("event: ".length()))
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
