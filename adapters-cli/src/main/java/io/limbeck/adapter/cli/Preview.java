package io.limbeck.adapter.cli;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Forecast;
import io.limbeck.application.database.Lock;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.document.MigrationDocument;
import io.limbeck.application.migrate.Migration;
import io.limbeck.application.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A run that is shown and not made. */
final class Preview {
  private Preview() {}

  static Answer of(Migration migration, Database database) {
    List<Forecast> forecasts = database.forecast(migration.steps());
    List<Lock> locks = database.locks(migration.steps());
    List<String> lines = new ArrayList<>();
    if (migration.steps().isEmpty()) {
      lines.add("-- Nothing to do: %s is at %s.".formatted(database.name(), migration.from()));
    }
    migration.losses().forEach(loss -> lines.add("-- Would lose %s".formatted(loss)));
    locks.stream()
        .filter(lock -> lock.statement().isEmpty())
        .forEach(lock -> lines.add("-- Locks " + inWords(lock)));
    for (ScriptedStep scripted : migration.steps()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      String message = scripted.message().isEmpty() ? "" : ", " + scripted.message();
      lines.add("-- Would run " + scripted.step().title() + message);
      for (Statement statement : scripted.statements()) {
        lines.add(statement.sql() + ";");
        forecasts.stream()
            .filter(forecast -> forecast.statement().equals(statement))
            .forEach(forecast -> lines.add("--   " + inWords(forecast)));
        locks.stream()
            .filter(lock -> lock.statement().equals(Optional.of(statement)))
            .forEach(lock -> lines.add("--   locks " + inWords(lock)));
      }
    }
    return Answer.of(lines, MigrationDocument.preview(migration, forecasts, locks)).about(database);
  }

  /** {@return {@code users: rebuild, its keys change (1,204 rows, 96 KiB)}} */
  private static String inWords(Forecast forecast) {
    String what =
        forecast.table().isEmpty() ? forecast.way() : forecast.table() + ": " + forecast.way();
    String why = forecast.why().isEmpty() ? "" : ", " + forecast.why();
    return String.format(
        Locale.ROOT,
        "%s%s (%,d %s, %,d KiB)",
        what,
        why,
        forecast.rows(),
        forecast.rows() == 1 ? "row" : "rows",
        (forecast.bytes() + 1023) / 1024);
  }

  /** {@return {@code app.db (RESERVED): other writers wait for the whole of a revision}} */
  private static String inWords(Lock lock) {
    return "%s (%s): %s".formatted(lock.on(), lock.mode(), lock.effect());
  }
}
