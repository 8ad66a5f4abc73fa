package io.limbeck.adapter.cli;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.migrate.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run that is shown and not made. */
final class Preview {
  private Preview() {}

  static Answer of(Migration migration, Database database) {
    List<String> lines = new ArrayList<>();
    if (migration.steps().isEmpty()) {
      lines.add("-- Nothing to do: %s is at %s.".formatted(database.name(), migration.from()));
    }
    migration.losses().forEach(loss -> lines.add("-- Would lose %s".formatted(loss)));
    for (ScriptedStep scripted : migration.steps()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      String message = scripted.message().isEmpty() ? "" : ", " + scripted.message();
      lines.add("-- Would run " + scripted.step().title() + message);
      scripted.statements().forEach(statement -> lines.add(statement.sql() + ";"));
    }
    return Answer.of(lines, result(migration)).about(database);
  }

  private static Map<String, Object> result(Migration migration) {
    Map<String, Object> result = Json.migration(migration);
    result.put("dry_run", true);
    result.put(
        "sql",
        migration.steps().stream()
            .flatMap(step -> step.statements().stream())
            .map(statement -> statement.sql() + ";")
            .toList());
    return result;
  }
}
