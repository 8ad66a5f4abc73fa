package io.limbeck.adapter.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.adapter.h2.schema.Folding;
import io.limbeck.adapter.h2.schema.H2Dialect;
import io.limbeck.adapter.sql.SqlDdlFormat;
import io.limbeck.adapter.sql.SqlScriptFormat;
import io.limbeck.application.MigrationSettings;
import io.limbeck.application.author.Autogenerate;
import io.limbeck.application.author.Check;
import io.limbeck.application.author.ComparisonSettings;
import io.limbeck.application.author.NewRevision;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Progress;
import io.limbeck.application.migrate.Downgrade;
import io.limbeck.application.migrate.LossNotConfirmedException;
import io.limbeck.application.migrate.Migration;
import io.limbeck.application.migrate.Stamp;
import io.limbeck.application.migrate.Upgrade;
import io.limbeck.application.models.Models;
import io.limbeck.application.verify.Drift;
import io.limbeck.domain.diff.Selection;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.h2.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The use cases over a real database without a file: an application's history from its first
 * revision to one that is generated from its models, and back.
 */
class UseCasesInMemoryTest {
  private static final MigrationSettings EACH_ITS_OWN = new MigrationSettings(false);

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
  private final SqlScriptFormat format = new SqlScriptFormat(Set.of("sqlite", "h2", "postgresql"));
  private final TextScripts scripts = new TextScripts(format);
  private final Database database =
      H2Module.storage()
          .database(
              new DatabaseSettings(
                  DatabaseUrl.parse(url),
                  Path.of("/srv/app"),
                  "alembic_version",
                  "limbeck_history",
                  Optional.empty(),
                  Duration.ofSeconds(20),
                  new DatabaseSettings.Signature("ada@engine", "0.1.0"),
                  InstantSource.system()));
  private String models = "";

  UseCasesInMemoryTest() {
    scripts.add(
        """
        -- Users
        --
        -- Revision ID: a
        -- Revises:

        -- migrate:upgrade
        CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL);

        -- migrate:downgrade
        DROP TABLE users;
        """);
    scripts.add(
        """
        -- Ages
        --
        -- Revision ID: b
        -- Revises: a

        -- migrate:upgrade
        ALTER TABLE users ADD COLUMN age INTEGER DEFAULT 18 NOT NULL;

        -- migrate:downgrade
        ALTER TABLE users DROP COLUMN age;
        """);
  }

  @AfterEach
  void close_the_database() {
    database.close();
  }

  @Test
  void an_upgrade_runs_what_is_pending_and_nothing_twice() {
    Migration first = upgrade("head");
    Migration again = upgrade("head");

    assertThat(first.steps()).hasSize(2);
    assertThat(first.to()).isEqualTo(Heads.of("b"));
    assertThat(again.steps()).isEmpty();
    execute("INSERT INTO users (id, name) VALUES (1, 'Ada')");
    assertThat(query("SELECT age FROM users")).containsExactly("18");
    assertThat(drift()).isEmpty();
  }

  @Test
  void a_downgrade_takes_back_revisions_and_rows_only_when_that_is_confirmed() {
    upgrade("head");
    execute("INSERT INTO users VALUES (1, 'Ada', 36)");

    assertThatThrownBy(() -> downgrade("a", Optional.empty()))
        .isInstanceOf(LossNotConfirmedException.class);
    assertThat(query("SELECT age FROM users")).containsExactly("36");

    downgrade("a", Optional.of(database.shortName()));
    assertThat(database.heads()).isEqualTo(Heads.of("a"));
    assertThat(query("SELECT * FROM users")).containsExactly("1");
    upgrade("+1");
    assertThat(query("SELECT age FROM users")).containsExactly("18");

    downgrade("base", Optional.of(database.shortName()));
    assertThat(database.heads()).isEqualTo(Heads.none());
    assertThat(database.schema().tables()).isEmpty();
    assertThat(database.history()).hasSize(6);
  }

  @Test
  void a_database_that_has_its_tables_already_is_told_where_it_stands() {
    execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL)");

    new Stamp(scripts, database).at(List.of(Target.parse("a")), false, Progress.none());

    assertThat(database.heads()).isEqualTo(Heads.of("a"));
    assertThat(drift()).isEmpty();
    assertThat(upgrade("head").steps()).hasSize(1);
    assertThat(drift()).isEmpty();
  }

  @Test
  void several_heads_are_stamped_at_once() {
    scripts.add("-- Fork\n--\n-- Revision ID: c\n-- Revises: a\n\n-- migrate:upgrade\n");

    new Stamp(scripts, database).at(List.of(Target.parse("heads")), false, Progress.none());

    assertThat(database.heads().sameAs(Heads.of("b", "c"))).isTrue();
  }

  @Test
  void a_revision_is_generated_from_the_models_proven_and_run() {
    upgrade("head");
    execute("INSERT INTO users VALUES (1, 'Ada', 36)");
    models =
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL UNIQUE,
          age INTEGER DEFAULT 18 NOT NULL);
        CREATE TABLE pets (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES users (id));
        """;
    assertThat(check()).hasSize(2);

    Autogenerate.Generated generated = generate("Pets");

    assertThat(generated.proof())
        .hasValueSatisfying(proof -> {
          assertThat(proof.problems()).isEmpty();
          assertThat(proof.tables()).isEqualTo(1);
        });
    assertThat(scripts.text("c"))
        .endsWith(
            """
            -- migrate:upgrade
            ALTER TABLE users ADD CONSTRAINT users_name_key UNIQUE (name);
            CREATE TABLE pets (
              id INTEGER NOT NULL,
              owner INTEGER NOT NULL,
              CONSTRAINT pets_pkey PRIMARY KEY (id),
              CONSTRAINT pets_owner_fkey FOREIGN KEY (owner) REFERENCES users (id)
            );

            -- migrate:downgrade
            -- This loses the rows of PETS.
            DROP TABLE pets;
            ALTER TABLE users DROP CONSTRAINT users_name_key;
            """);
    upgrade("head");
    assertThat(check()).isEmpty();
    assertThat(generate("Again").written()).isEmpty();
    downgrade("b", Optional.empty());
    assertThat(drift()).isEmpty();
    assertThat(query("SELECT name FROM users")).containsExactly("Ada");
  }

  private Migration upgrade(String target) {
    return new Upgrade(scripts, database, EACH_ITS_OWN)
        .to(Target.parse(target), false, Progress.none());
  }

  private void downgrade(String target, Optional<String> confirmed) {
    new Downgrade(scripts, format, database, EACH_ITS_OWN)
        .to(Target.parse(target), confirmed, false, Progress.none());
  }

  private List<Drift.Drifted> drift() {
    return new Drift(scripts, database, Selection.all()).find();
  }

  private List<?> check() {
    return new Check(scripts, database, models(), comparison()).find().differences();
  }

  private Autogenerate.Generated generate(String message) {
    return new Autogenerate(
            new NewRevision(scripts, () -> new RevisionId("c")),
            scripts,
            format,
            database,
            models(),
            H2Dialect.of(Folding.UPPER),
            comparison())
        .on(
            "head",
            false,
            List.of(),
            new NewRevision.Wish(message, Optional.empty(), Optional.empty(), Optional.empty()),
            false);
  }

  private Models models() {
    return () -> new SqlDdlFormat().read(models, "models.sql");
  }

  private static ComparisonSettings comparison() {
    return new ComparisonSettings(List.of(), List.of(), false);
  }

  private void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      // A database in memory is gone with its last connection: from now on ours keeps it.
      assertThat(database.exists()).isTrue();
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  private List<String> query(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  private Connection connect() throws SQLException {
    return Driver.load().connect(url, new Properties());
  }
}
