package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Steps;
import io.limbeck.application.database.UnusableDatabaseException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlterFullDiskTest {
  @TempDir private Path folder;

  /** The pages run out while the copy is made, filled, indexed, and put in its place. */
  @ParameterizedTest
  @CsvSource({"delete, 0", "wal, 0", "delete, 30", "wal, 55", "delete, 80"})
  void a_disk_that_gets_full_on_the_way_leaves_everything_as_it_was(String mode, int percent) {
    BigTable table = BigTable.made(folder.resolve("app.db"), 30_000, mode);
    long pages = Long.parseLong(table.file().column("PRAGMA page_count").getFirst());

    try (Database database = Databases.at(table.file().path())) {
      assertThatThrownBy(() ->
              Databases.apply(
                  database,
                  Steps.upgrade(
                      BigTable.A,
                      "b",
                      "PRAGMA max_page_count = " + (pages + pages * percent / 100),
                      BigTable.ALTER)))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "%s cannot grow: its disk is full, or it has as many pages as its max_page_count"
                      .formatted(table.file().path())
                  + " allows. The database is as it was before this revision, at a. Make room and"
                  + " run again.");
      assertThat(table.check()).isEqualTo(BigTable.A);
      assertThat(Databases.apply(database, BigTable.change())).isTrue();
    }
    assertThat(table.check()).isEqualTo(BigTable.B);
  }
}
