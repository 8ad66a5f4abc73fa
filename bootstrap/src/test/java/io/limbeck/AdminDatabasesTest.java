package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.limbeck.adapter.postgresql.EmbeddedServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The admin of every kind of database, up and down again, with some who look meanwhile. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AdminDatabasesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "h2", "postgresql"})
  void a_database_goes_up_and_down_while_others_look(String kind) throws Exception {
    Project project = project(url(kind));
    AtomicBoolean over = new AtomicBoolean();
    try (Served served = Served.writing(project);
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> reading = new ArrayList<>();
      for (String path : List.of("/api/status", "/api/history", "/api/revisions", "/api/plan")) {
        reading.add(readers.submit(() -> readUntil(over, served, path)));
      }

      served.done("upgrade", "{\"target\":\"head\",\"heads\":[]}");
      JsonNode status = served.get("/api/status?drift=true").result();
      Served.Answer ready = served.get("/health/ready");
      Served.Answer unconfirmed =
          served.order("downgrade", "{\"target\":\"a1\",\"heads\":[\"c3\"]}");
      served.done(
          "downgrade",
          "{\"target\":\"a1\",\"heads\":[\"c3\"],\"confirm\":\"%s\"}"
              .formatted(unconfirmed.json().path("confirm").textValue()));
      over.set(true);

      for (Future<Integer> reader : reading) {
        assertThat(reader.get()).isPositive();
      }
      assertThat(status.path("dialect").textValue()).isEqualTo(kind);
      assertThat(status.path("rows")).hasToString("[\"c3\"]");
      assertThat(status.path("at_heads").booleanValue()).isTrue();
      assertThat(status.path("drift")).hasToString("[]");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(unconfirmed.status()).isEqualTo(409);
      assertThat(unconfirmed.json().path("losses").size()).isEqualTo(2);
      assertThat(served.get("/api/status").result().path("rows")).hasToString("[\"a1\"]");
      assertThat(served.get("/api/history").result().path("steps").findValuesAsText("direction"))
          .containsExactly("downgrade", "downgrade", "upgrade", "upgrade", "upgrade");
      assertThat(served.err()).doesNotContain("FAILED", "Exception");
    }
  }

  @Test
  void a_server_that_is_gone_is_a_problem_and_then_there_again_is_none() {
    EmbeddedServer shared = EmbeddedServer.shared();
    String database = shared.newDatabase();
    Project project = project(shared.url(database));
    try (Served served = Served.by(project.folder())) {
      assertThat(served.get("/api/status").status()).isEqualTo(200);
      shared.drop(database);

      Served.Answer gone = served.get("/api/status");

      assertThat(gone.status()).isEqualTo(503);
      assertThat(gone.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(gone.json().path("detail").textValue()).contains(database);
      assertThat(served.get("/health/live").status()).isEqualTo(200);
      assertThat(served.get("/health/ready").status()).isEqualTo(503);
      shared.execute("postgres", "CREATE DATABASE " + database);
      assertThat(served.get("/api/status").status()).isEqualTo(200);
    }
  }

  private static int readUntil(AtomicBoolean over, Served served, String path) {
    int answers = 0;
    while (!over.get()) {
      Served.Answer answer = served.get(path);
      assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
      answers++;
    }
    return answers;
  }

  private String url(String kind) {
    return switch (kind) {
      case "sqlite" -> "sqlite:///" + folder.resolve("app.db");
      case "h2" -> "jdbc:h2:file:" + folder.resolve("app");
      default -> EmbeddedServer.shared().url(EmbeddedServer.shared().newDatabase());
    };
  }

  private Project project(String url) {
    Project project = Project.drawn(folder, "a1 -> b2 -> c3");
    project.write(
        "alembic.ini",
        "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = " + url + "\n");
    String below = "";
    for (String id : List.of("a1", "b2", "c3")) {
      String up =
          """
          CREATE TABLE t_%1$s (id INTEGER PRIMARY KEY, name VARCHAR(20));
          INSERT INTO t_%1$s VALUES (1, 'one');
          """
              .formatted(id);
      project.script(id, below, up, "DROP TABLE t_%s;".formatted(id));
      below = id;
    }
    return project;
  }
}
