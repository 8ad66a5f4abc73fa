package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Lock;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.Steps;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of locks; that it is so, {@link AlterBesideOthersTest} sees. */
class SqliteLocksTest {
  private static final ScriptedStep STEP = Steps.upgrade(Heads.none(), "a", "CREATE TABLE t (a)");

  @TempDir private Path folder;

  @Test
  void with_a_rollback_journal_writers_wait_for_a_revision_and_readers_for_its_end() {
    file("delete");

    assertThat(locks(STEP))
        .containsExactly(
            lock("RESERVED", "other writers wait for the whole of a revision"),
            lock("EXCLUSIVE", "readers wait while a revision commits"),
            lock("EXCLUSIVE", "and from where it has changed more than 2,000 KiB"));
  }

  @Test
  void in_wal_mode_readers_wait_for_nothing() {
    file("wal");

    assertThat(locks(STEP))
        .containsExactly(
            lock("WRITE", "other writers wait for the whole of a revision; readers do not"));
  }

  @Test
  void a_statement_in_no_transaction_is_told_by_itself() {
    file("delete");

    assertThat(locks(Steps.upgradeAlone(Heads.none(), "a", "VACUUM")))
        .containsExactly(
            new Lock(
                Optional.of(new Statement("VACUUM", 1)),
                "app.db",
                "as SQLite decides",
                "while it runs, in no transaction"));
  }

  @Test
  void nobody_waits_where_nobody_else_is_or_nothing_is_done() {
    try (Database memory = Databases.of("sqlite://", Duration.ofSeconds(1))) {
      assertThat(memory.locks(List.of(STEP))).isEmpty();
    }
    assertThat(locks(STEP)).as("no file yet").isEmpty();
    file("delete");
    assertThat(locks()).isEmpty();
  }

  private void file(String journalMode) {
    new SqliteFile(folder.resolve("app.db"))
        .execute("PRAGMA journal_mode = " + journalMode, "CREATE TABLE there (a)");
  }

  private List<Lock> locks(ScriptedStep... steps) {
    try (Database database = Databases.at(folder.resolve("app.db"))) {
      return database.locks(List.of(steps));
    }
  }

  private static Lock lock(String mode, String effect) {
    return new Lock(Optional.empty(), "app.db", mode, effect);
  }
}
