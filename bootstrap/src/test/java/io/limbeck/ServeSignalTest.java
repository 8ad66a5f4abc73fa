package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM in the middle of a step: a served run ends at a boundary, and says which. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ServeSignalTest {
  private static final String ROWS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n%s) SELECT max(i) FROM n;";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void a_step_that_ends_soon_is_finished_and_no_other_begun() throws Exception {
    Project project = Project.drawn(folder, "a1 -> b2 -> c3");
    project.script(
        "b2", "a1", "CREATE TABLE t_b2 (id INTEGER);\n" + rows(" WHERE i < 4000000"), "");

    try (ChildProgram program = serve(project)) {
      String events = terminateWhen("\"revision\":\"b2\",\"number\":2", program);

      assertThat(program.end()).isEqualTo(143);
      assertThat(program.err())
          .contains("Running upgrade a1 -> b2, revision b2\nINFO  [limbeck] Stopping.\n")
          .contains("INFO  [limbeck] Done (")
          .doesNotContain("Running upgrade b2 -> c3")
          .endsWith(
              """
              FAILED: The run on %s was interrupted.
                The database is as it was before this revision, at b2. Run again to go on.
              """
                  .formatted(project.database()));
      assertThat(events)
          .contains("event: failed")
          .contains("The database is as it was before this revision, at b2.")
          .doesNotContain("\"revision\":\"c3\"");
    }
    assertThat(project.rows()).containsExactly("b2");
  }

  @Test
  void a_step_that_does_not_end_is_undone() throws Exception {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.script("b2", "a1", "CREATE TABLE half (id INTEGER);\n" + rows(""), "");

    try (ChildProgram program = serve(project)) {
      String events = terminateWhen("\"revision\":\"b2\",\"number\":2", program);

      assertThat(program.end()).isEqualTo(143);
      assertThat(program.err())
          .endsWith(
              """
              FAILED: The run on %s was interrupted.
                The database is as it was before this revision, at a1. Run again to go on.
              """
                  .formatted(project.database()));
      assertThat(events).contains("The database is as it was before this revision, at a1.");
    }
    assertThat(project.rows()).containsExactly("a1");
    assertThat(project.query("SELECT name FROM sqlite_schema WHERE name = 'half'")).isEmpty();
  }

  private static String rows(String where) {
    return ROWS.formatted(where);
  }

  private ChildProgram serve(Project project) throws IOException {
    return new ChildProgram.Launcher(folder)
        .start(
            new ProjectFolder(folder, folder.resolve("alembic.ini"), project.database()),
            "serve",
            "--port",
            "0",
            "--allow-writes",
            "--token-file",
            token(project));
  }

  private static String token(Project project) {
    project.write("token", Served.TOKEN);
    return project.folder().resolve("token").toString();
  }

  /** {@return the events of an upgrade, during which the program was told to end} */
  private static String terminateWhen(String happens, ChildProgram program) throws Exception {
    program.awaitSaying("Serving at");
    Matcher line = Pattern.compile("Serving at (\\S+),").matcher(program.err());
    assertThat(line.find()).isTrue();
    URI address = URI.create(line.group(1));
    HttpRequest order =
        HttpRequest.newBuilder(address.resolve("/api/upgrade"))
            .header("Authorization", "Bearer " + Served.TOKEN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"target\":\"head\",\"heads\":[]}"))
            .build();
    var begun = CLIENT.send(order, BodyHandlers.ofString());
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    URI events = address.resolve(begun.headers().firstValue("Location").orElseThrow() + "/events");

    StringBuilder told = new StringBuilder();
    CompletableFuture<Void> begins = new CompletableFuture<>();
    var stream = CLIENT.sendAsync(HttpRequest.newBuilder(events).build(), BodyHandlers.ofLines());
    Thread reader =
        Thread.ofVirtual()
            .start(() ->
                stream
                    .join()
                    .body()
                    .forEach(text -> {
                      told.append(text).append('\n');
                      if (text.contains(happens)) {
                        begins.complete(null);
                      }
                    }));
    begins.get(60, TimeUnit.SECONDS);
    Thread.sleep(Duration.ofMillis(100));
    program.process().destroy();
    reader.join();
    return told.toString();
  }
}
