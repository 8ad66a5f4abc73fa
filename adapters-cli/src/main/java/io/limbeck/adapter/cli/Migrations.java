package io.limbeck.adapter.cli;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.document.Document;
import io.limbeck.application.document.MigrationDocument;
import io.limbeck.application.migrate.Migration;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What upgrade, downgrade and stamp have in common: a run that is told while it goes. */
final class Migrations {
  private final GlobalOptions options;
  private final Messages messages;
  private final Supplier<Database> database;

  Migrations(GlobalOptions options, Messages messages, Supplier<Database> database) {
    this.options = options;
    this.messages = messages;
    this.database = database;
  }

  /**
   * Runs against the database, and says where it stands then.
   *
   * @param tag empty for none
   */
  Answer online(String tag, Function<Progress, Migration> run) {
    if (!tag.isEmpty()) {
      messages.info(Tag.inWords(tag));
    }
    long start = System.nanoTime();
    Migration migration;
    try (RunProgress progress = new RunProgress(messages, options.verbose())) {
      migration = run.apply(progress);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    String name = database.get().name();
    int count = migration.steps().size();
    messages.info(
        count == 0
            ? "Nothing to do: %s is at %s.".formatted(name, migration.to())
            : "%s is now at %s (%d %s, %s)."
                .formatted(
                    name,
                    migration.to(),
                    count,
                    count == 1 ? "step" : "steps",
                    RunProgress.inWords(took)));
    return Answer.silent(MigrationDocument.of(migration)).about(database.get());
  }

  /**
   * Writes the SQL of a run instead of running it.
   *
   * @param start where the database is taken to stand; may be empty
   * @param tag empty for none
   */
  Answer offline(List<String> start, String tag, Runnable run) {
    StringBuilder sql = new StringBuilder();
    if (!tag.isEmpty()) {
      sql.append("-- ").append(Tag.inWords(tag)).append("\n\n");
    }
    options.writeSqlTo(sql, start);
    run.run();
    List<String> lines = sql.toString().stripTrailing().lines().toList();
    return Answer.of(lines, Document.object("sql", lines));
  }

  /** Shows a run, and makes none. */
  Answer preview(Migration migration) {
    migration.changed().forEach(messages::changed);
    return Preview.of(migration, database.get());
  }
}
