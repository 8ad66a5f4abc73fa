package io.limbeck.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.Invocation;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.Storage;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptHeader;
import io.limbeck.application.script.Scripts;
import io.limbeck.application.script.Section;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.RowChange;
import io.limbeck.domain.revision.Step;
import io.limbeck.domain.revision.Step.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class OfflineDatabaseTest {
  private static final RevisionId A = new RevisionId("aaa");
  private static final RevisionId B = new RevisionId("bbb");
  private static final ScriptedStep FIRST =
      upgrade(A, List.of(), new RowChange.Insert(A), true, "create table x (a)");
  private static final ScriptedStep SECOND =
      upgrade(B, List.of(A), new RowChange.Update(A, B), true, "create table y (a)", "select 1");

  private final StringBuilder out = new StringBuilder();
  // As a lambda it writes scripts as they are.
  private Storage storage =
      settings -> {
        throw new IllegalStateException("offline mode opens no database");
      };

  @Test
  void an_upgrade_from_nothing_makes_the_version_table_first() {
    try (Database.Session session = database("sqlite://").open()) {
      assertThat(session.apply(List.of(FIRST), Progress.none())).isTrue();
      assertThat(session.apply(List.of(SECOND), Progress.none())).isTrue();
      assertThat(session.heads()).isEqualTo(Heads.of("bbb"));
    }

    assertThat(out)
        .hasToString(
            """
            CREATE TABLE alembic_version (
                version_num VARCHAR(32) NOT NULL,\s
                CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
            );

            -- Running upgrade  -> aaa

            create table x (a);

            INSERT INTO alembic_version (version_num) VALUES ('aaa');

            -- Running upgrade aaa -> bbb

            create table y (a);

            select 1;

            UPDATE alembic_version SET version_num='bbb' WHERE alembic_version.version_num = 'aaa';

            """);
  }

  @Test
  void a_run_that_starts_somewhere_finds_a_version_table() {
    Step down =
        new Step(
            Kind.DOWNGRADE,
            Optional.of(A),
            List.of(A),
            List.of(),
            Heads.of("aaa"),
            List.of(new RowChange.Delete(A)),
            Heads.none());
    try (Database.Session session = database("sqlite://", "aaa").open()) {
      session.ensureVersionTable();
      session.apply(
          List.of(new ScriptedStep(down, Optional.empty(), Optional.empty())), Progress.none());
    }

    assertThat(out)
        .hasToString(
            """
            -- Running downgrade aaa ->\s

            DELETE FROM alembic_version WHERE alembic_version.version_num = 'aaa';

            """);
  }

  @Test
  void postgresql_gets_transactions() {
    try (Database.Session session = database("postgresql://u:secret@h/d").open()) {
      session.apply(List.of(FIRST, SECOND), Progress.none());
    }

    assertThat(out.toString()).startsWith("BEGIN;\n\nCREATE TABLE").endsWith("\n\nCOMMIT;\n\n");
    assertThat(out.toString().split("BEGIN;")).hasSize(2);
  }

  @Test
  void what_cannot_run_in_a_transaction_stands_before_it() {
    ScriptedStep alone =
        upgrade(B, List.of(A), new RowChange.Update(A, B), false, "create index concurrently i");
    try (Database.Session session = database("postgresql://h/d", "aaa").open()) {
      session.apply(List.of(alone), Progress.none());
    }

    assertThat(out)
        .hasToString(
            """
            -- Running upgrade aaa -> bbb

            create index concurrently i;

            BEGIN;

            UPDATE alembic_version SET version_num='bbb' WHERE alembic_version.version_num = 'aaa';

            COMMIT;

            """);
  }

  @Test
  void the_version_table_alone_can_be_asked_for() {
    try (Database.Session session = database("postgresql://h/d").open()) {
      session.ensureVersionTable();
      session.ensureVersionTable();
    }

    assertThat(out.toString()).startsWith("BEGIN;\n\nCREATE TABLE").endsWith(");\n\nCOMMIT;\n\n");
  }

  @Test
  void a_table_of_another_name_is_quoted_where_needed() {
    OfflineSql sql = new OfflineSql(settings("sqlite://", "My Versions", Optional.of("app")));

    assertThat(sql.createTable())
        .startsWith("CREATE TABLE app.\"My Versions\" (")
        .contains("CONSTRAINT \"My Versions_pkc\" PRIMARY KEY");
    assertThat(sql.change(new RowChange.Delete(A)))
        .isEqualTo("DELETE FROM app.\"My Versions\" WHERE app.\"My Versions\".version_num = 'aaa'");
  }

  @Test
  void steps_from_elsewhere_are_not_taken() {
    try (Database.Session session = database("sqlite://", "bbb").open()) {
      assertThat(session.apply(List.of(FIRST), Progress.none())).isFalse();
    }
    assertThat(out).isEmpty();
  }

  @Test
  void a_database_that_is_not_there_stands_where_it_is_told() {
    Database database = database("postgres://u:secret@h/d", "aaa", "base", "bbb");

    assertThat(database.heads()).isEqualTo(Heads.of("aaa", "bbb"));
    assertThat(database.dialect()).isEqualTo("postgresql");
    assertThat(database.name()).isEqualTo("postgres://u:***@h/d");
    assertThat(database.exists()).isTrue();
    assertThat(database.history()).isEmpty();
    assertThat(database.keptScript(A)).isEmpty();
    assertThatThrownBy(database::scratch)
        .hasMessage("Offline mode has no database to try things in. Run it with a database.");
  }

  @Test
  void sql_that_cannot_be_written_is_told() throws IOException {
    Appendable full = Mockito.mock();
    Mockito.when(full.append(Mockito.any())).thenThrow(new IOException("No space left"));

    assertThatThrownBy(() -> new SqlWriter(full, true).begin())
        .hasMessage(
            "The SQL cannot be written: No space left. Write it to a file with room for it.");
  }

  private Database database(String url, String... start) {
    Scripts scripts = Mockito.mock();
    Mockito.when(scripts.graph())
        .thenReturn(
            RevisionGraph.of(
                List.of(
                    new Revision(A, List.of(), List.of(), List.of(), ""),
                    new Revision(B, List.of(A), List.of(), List.of(), ""))));
    return new OfflineDatabase(
        settings(url, "alembic_version", Optional.empty()),
        new Invocation.Offline(List.of(start), out),
        scripts,
        storage);
  }

  private static DatabaseSettings settings(String url, String table, Optional<String> schema) {
    return new DatabaseSettings(
        DatabaseUrl.parse(url),
        Path.of("/"),
        table,
        "limbeck_history",
        schema,
        Duration.ofSeconds(1),
        new DatabaseSettings.Signature("me", "1"),
        InstantSource.system());
  }

  private static ScriptedStep upgrade(
      RevisionId id,
      List<RevisionId> parents,
      RowChange change,
      boolean transactional,
      String... sql) {
    Revision revision = new Revision(id, parents, List.of(), List.of(), "a message");
    Step step =
        new Step(
            Kind.UPGRADE,
            Optional.of(id),
            parents,
            List.of(id),
            new Heads(parents),
            List.of(change),
            new Heads(List.of(id)));
    Stream<Statement> statements = Arrays.stream(sql).map(text -> new Statement(text, 1));
    Section section =
        new Section(Section.Direction.UPGRADE, List.of(), transactional, statements.toList());
    ScriptHeader header = new ScriptHeader(revision, List.of(""), Optional.empty(), "x.sql");
    return new ScriptedStep(
        step, Optional.of(new Script(header, List.of(section), "", "v1:")), Optional.of(section));
  }
}
