package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.postgresql.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example outgrows its file: its rows move to PostgreSQL, and it goes on from there. */
class MovingHouseTest {
  private static final EmbeddedServer SERVER = EmbeddedServer.shared();
  private static final int MANY = 120_000;
  private static final int KILLS = Boolean.getBoolean("limbeck.stress") ? 20 : 2;

  @TempDir private Path folder;
  private final String database = SERVER.newDatabase();
  private ProjectFolder project;

  @BeforeEach
  void fill_the_example() {
    project = ProjectFolder.ofHedgeFund(folder.resolve("project"));
    limbeck("upgrade");
    HedgeFundRows.insert(project.database());
  }

  @AfterEach
  void drop_the_database() {
    SERVER.drop(database);
  }

  @Test
  void the_example_moves_and_goes_on_in_its_new_house() {
    ProjectFolder.Ran tooEarly = project.limbeck("copy", "--to", url());
    assertThat(tooEarly.exitCode()).isEqualTo(3);
    assertThat(tooEarly.err())
        .endsWith(
            "  Upgrade the target: limbeck --url %s upgrade d5e78f9a1b2c.\n".formatted(url()));

    limbeck("--url", url(), "upgrade", "d5e78f9a1b2c");
    String there = limbeck("copy", "--to", url());

    assertThat(there.lines()).hasSize(4);
    for (String query : HedgeFundRows.QUERIES) {
      assertThat(SERVER.query(database, query))
          .isNotEmpty()
          .isEqualTo(Content.query(project.database(), query));
    }
    assertThat(
            SERVER.query(
                database,
                "SELECT nodes -> 0 ->> 'id', updated_at AT TIME ZONE 'UTC' FROM hedge_fund_flows"
                    + " WHERE id = 1"))
        .containsExactly("n1|2025-06-21 00:00:00.123456");
    assertThat(limbeck("--url", url(), "current")).isEqualTo("d5e78f9a1b2c (head)\n");
    assertThat(limbeck("--url", url(), "drift")).isEmpty();

    // The application goes on: with new rows, and the next revision.
    SERVER.execute(
        database, "INSERT INTO api_keys (provider, key_value) VALUES ('anthropic', 'new')");
    assertThat(SERVER.query(database, "SELECT max(id) FROM api_keys")).containsExactly("3");
    limbeck("revision", "-m", "Count uses", "--rev-id", "0123456789ab");
    nextRevision();
    limbeck("--url", url(), "upgrade");
    assertThat(SERVER.query(database, "SELECT DISTINCT uses FROM api_keys")).containsExactly("0");
    assertThat(limbeck("--url", url(), "current")).isEqualTo("0123456789ab (head)\n");
  }

  @Test
  void and_back_again() {
    limbeck("--url", url(), "upgrade");
    limbeck("--url", "sqlite:///back.db", "upgrade");

    String there = limbeck("copy", "--to", url());
    String back = limbeck("--url", url(), "copy", "--to", "sqlite:///back.db");

    assertThat(checksums(back)).isEqualTo(checksums(there)).hasSize(4);
    for (String query : HedgeFundRows.QUERIES) {
      assertThat(Content.query(project.folder().resolve("back.db"), query))
          .isEqualTo(Content.query(project.database(), query));
    }
  }

  @Test
  @SuppressWarnings("SystemOut")
  void a_move_that_is_killed_goes_on_where_it_was_and_arrives()
      throws IOException, InterruptedException {
    Content.execute(
        project.database(),
        "INSERT INTO hedge_fund_flow_runs (flow_id, status, request_data) WITH RECURSIVE c(i) AS"
            + " (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < %d) SELECT 7, 'RUN ' || i,"
                .formatted(MANY)
            + " '{\"n\":' || i || '}' FROM c");
    limbeck("--url", url(), "upgrade");
    ChildProgram.Launcher launcher = new ChildProgram.Launcher(folder);
    long seed = Long.getLong("limbeck.seed", System.nanoTime());
    Random random = new Random(seed);
    int amid = 0;

    for (int kill = 0; kill < KILLS; kill++) {
      try (ChildProgram program = launcher.start(project, "copy", "--to", url())) {
        program.awaitSaying("Copying hedge_fund_flow_runs");
        while (kill == 0 && count().equals("0")) {
          Thread.sleep(10);
        }
        Thread.sleep(kill == 0 ? 0 : random.nextInt(3000));
        program.kill();
      }
      long left = Long.parseLong(count());
      amid += left > 0 && left < MANY ? 1 : 0;
      ProjectFolder.Ran next = project.limbeck("copy", "--to", url(), "--json");
      assertThat(next.exitCode()).as("seed %d, kill %d: %s", seed, kill, next.err()).isZero();
      assertThat(next.out()).contains("\"rows\":%d".formatted(MANY + 2));
      assertThat(count()).isEqualTo(String.valueOf(MANY + 2));
      SERVER.execute(database, "TRUNCATE hedge_fund_flow_runs");
    }
    System.out.printf("seed %d: killed %d times, %d with some rows there%n", seed, KILLS, amid);
    assertThat(amid).as("kills that hit").isPositive();
  }

  @Test
  void a_password_is_nowhere() {
    SERVER.askForPasswordOf("mover", "planted");
    SERVER.execute("postgres", "ALTER DATABASE %s OWNER TO mover".formatted(database));
    String secret = SERVER.url("mover:planted", database);
    Map<String, String> environment = Map.of("LIMBECK_TO_URL", secret);

    List<Project.Printed> printed =
        Stream.of(
                List.of("copy"),
                List.of("--url", secret, "upgrade"),
                List.of("copy", "--dry-run"),
                List.of("copy"),
                List.of("copy", "--json"),
                List.of("copy", "--to", SERVER.url("mover:wrong-planted", database), "-v"))
            .map(words ->
                Project.limbeck(
                    project.folder(),
                    environment,
                    false,
                    Stream.concat(Stream.of("-c", project.ini().toString()), words.stream())
                        .toArray(String[]::new)))
            .toList();

    assertThat(printed).extracting(Project.Printed::exitCode).containsExactly(3, 0, 0, 0, 0, 1);
    assertThat(printed)
        .noneMatch(one -> one.out().contains("planted") || one.err().contains("planted"));
  }

  private void nextRevision() {
    Path script =
        project.folder().resolve("app/backend/alembic/versions/0123456789ab_count_uses.sql");
    new Project(project.folder())
        .write(
            project.folder().relativize(script).toString(),
            """
            -- Count uses
            --
            -- Revision ID: 0123456789ab
            -- Revises: d5e78f9a1b2c

            -- migrate:upgrade
            ALTER TABLE api_keys ADD COLUMN uses INTEGER DEFAULT 0 NOT NULL;

            -- migrate:downgrade
            ALTER TABLE api_keys DROP COLUMN uses;
            """);
  }

  private String count() {
    return SERVER.query(database, "SELECT count(*) FROM hedge_fund_flow_runs").getFirst();
  }

  private String url() {
    return SERVER.url(database);
  }

  private String limbeck(String... words) {
    ProjectFolder.Ran ran = project.limbeck(words);
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    return ran.out();
  }

  /** {@return the last word of each line} */
  private static List<String> checksums(String printed) {
    return printed.lines().map(line -> line.substring(line.lastIndexOf(' ') + 1)).toList();
  }
}
