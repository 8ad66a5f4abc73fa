package io.limbeck.application.migrate;

import static io.limbeck.application.migrate.Histories.down;
import static io.limbeck.application.migrate.Histories.drawn;
import static io.limbeck.application.migrate.Histories.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.application.database.InMemoryDatabase;
import io.limbeck.application.database.Loss;
import io.limbeck.application.database.Progress;
import io.limbeck.application.script.InMemoryScripts;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.Target;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A downgrade takes no rows away that nobody gave up. */
class LostRowsTest {
  private static final Target BASE = Target.parse("base");

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryScripts scripts =
      drawn("a -> b")
          .with("a", up("CREATE TABLE flows (name TEXT)"), down("DROP TABLE flows"))
          .with("b", up("CREATE TABLE runs (name TEXT)"), down("DROP TABLE runs"));

  @BeforeEach
  void upgrade() {
    Histories.upgrade(scripts, database).to(Target.parse("head"), false, Progress.none());
  }

  private Migration downgrade(Optional<String> confirmed) {
    return Histories.downgrade(scripts, database).to(BASE, confirmed, false, Progress.none());
  }

  private LossNotConfirmedException refusal(Optional<String> confirmed) {
    return catchThrowableOfType(LossNotConfirmedException.class, () -> downgrade(confirmed));
  }

  private void insertRows() {
    database.execute(
        "INSERT INTO flows VALUES ('one')",
        "INSERT INTO flows VALUES ('two')",
        "INSERT INTO runs VALUES ('one')");
  }

  @Test
  void empty_tables_need_no_confirmation() {
    Migration migration = downgrade(Optional.empty());

    assertThat(migration.to()).isEqualTo(Heads.none());
    assertThat(migration.losses()).isEmpty();
  }

  @Test
  void rows_on_any_step_of_the_way_stop_it_before_the_first() {
    insertRows();

    LossNotConfirmedException refusal = refusal(Optional.empty());

    assertThat(refusal)
        .hasMessage(
            "The downgrade would lose runs (1 row), flows (2 rows). Nothing was run. Keep a copy of"
                + " what is needed, and confirm it with the database's name, memory.");
    assertThat(refusal.losses())
        .containsExactly(
            new Loss("runs", Optional.empty(), 1), new Loss("flows", Optional.empty(), 2));
    assertThat(database.heads()).isEqualTo(Heads.of("b"));
    assertThat(database.tables()).contains("flows", "runs");
  }

  @Test
  void the_name_of_the_database_confirms_it() {
    insertRows();

    Migration migration = downgrade(Optional.of("memory"));

    assertThat(migration.losses()).hasSize(2);
    assertThat(database.tables()).doesNotContain("flows", "runs");
  }

  @Test
  void the_name_of_another_database_is_refused_and_the_right_one_told() {
    insertRows();

    assertThat(refusal(Optional.of("staging.db")))
        .hasMessage(
            "The downgrade was confirmed for 'staging.db', but the database is memory. It would"
                + " lose runs (1 row), flows (2 rows). Nothing was run. Go to the database that was"
                + " meant, or confirm it with this one's name.");
    assertThat(database.heads()).isEqualTo(Heads.of("b"));
  }

  @Test
  void the_name_of_another_database_is_refused_though_nothing_would_be_lost() {
    assertThat(refusal(Optional.of("staging.db")))
        .hasMessage(
            "The downgrade was confirmed for 'staging.db', but the database is memory. Nothing was"
                + " run. Go to the database that was meant, or confirm it with this one's name.");
    assertThat(database.heads()).isEqualTo(Heads.of("b"));
  }

  @Test
  void a_plan_tells_what_would_be_lost() {
    insertRows();

    Migration plan = Histories.downgrade(scripts, database).plan(Target.parse("-1"));

    assertThat(plan.losses()).containsExactly(new Loss("runs", Optional.empty(), 1));
    assertThat(database.heads()).isEqualTo(Heads.of("b"));
  }
}
