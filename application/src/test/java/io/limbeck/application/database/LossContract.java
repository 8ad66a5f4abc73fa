package io.limbeck.application.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.revision.Heads;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What steps would take away is known before they are taken. */
public interface LossContract extends DatabaseUnderTest {

  @Test
  default void a_table_with_rows_is_lost_with_them() {
    rowsInMade();

    assertThat(losses("DROP TABLE made")).containsExactly(new Loss("made", Optional.empty(), 2));
    assertThat(losses("DROP TABLE IF EXISTS made"))
        .containsExactly(new Loss("made", Optional.empty(), 2));
  }

  @Test
  default void a_column_with_values_is_lost_with_them() {
    rowsInMade();

    assertThat(losses("ALTER TABLE made DROP COLUMN name"))
        .containsExactly(new Loss("made", Optional.of("name"), 2));
  }

  @Test
  default void of_a_table_that_goes_the_columns_are_not_told() {
    rowsInMade();

    assertThat(losses("ALTER TABLE made DROP COLUMN name", "DROP TABLE made"))
        .containsExactly(new Loss("made", Optional.empty(), 2));
  }

  @Test
  default void nothing_is_lost_with_what_is_empty_or_not_there() {
    elsewhere(MADE);

    assertThat(losses("ALTER TABLE made DROP COLUMN name", "DROP TABLE made")).isEmpty();
    assertThat(losses("DROP TABLE IF EXISTS other", "ALTER TABLE other DROP COLUMN name"))
        .isEmpty();
    assertThat(losses("ALTER TABLE made DROP COLUMN other")).isEmpty();
  }

  @Test
  default void nothing_is_lost_with_what_the_steps_made_themselves() {
    rowsInMade();

    assertThat(
            losses(
                "CREATE TABLE two (name VARCHAR(20))",
                "INSERT INTO two VALUES ('new')",
                "DROP TABLE two"))
        .isEmpty();
    assertThat(losses("DROP TABLE made", MADE, "DROP TABLE made"))
        .containsExactly(new Loss("made", Optional.empty(), 2));
  }

  @Test
  default void asking_what_is_lost_writes_nothing() {
    Object nothing = footprint();
    assertThat(losses("DROP TABLE made")).isEmpty();
    assertThat(footprint()).isEqualTo(nothing);
    rowsInMade();
    Object before = footprint();

    losses("DROP TABLE made");

    assertThat(footprint()).isEqualTo(before);
  }

  private void rowsInMade() {
    elsewhere(MADE, "INSERT INTO made VALUES ('one')", "INSERT INTO made VALUES ('two')");
  }

  private List<Loss> losses(String... sql) {
    try (Database database = database()) {
      return database.losses(List.of(Steps.downgrade("b", Heads.of("a"), sql)));
    }
  }
}
