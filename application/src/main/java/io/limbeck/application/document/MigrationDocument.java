package io.limbeck.application.document;

import io.limbeck.application.database.Forecast;
import io.limbeck.application.database.Lock;
import io.limbeck.application.database.Loss;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.migrate.Migration;
import io.limbeck.domain.revision.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run, made or only planned, as programs read it. */
public final class MigrationDocument {
  private MigrationDocument() {}

  public static Map<String, Object> of(Migration migration) {
    return Document.object(
        "from", Document.rows(migration.from()),
        "to", Document.rows(migration.to()),
        "steps", migration.steps().stream().map(MigrationDocument::step).toList(),
        "changed", StandingDocument.changed(migration.changed()),
        "losses", losses(migration.losses()));
  }

  /** {@return a run that is not made, with its SQL and what is remarkable about it} */
  public static Map<String, Object> preview(
      Migration migration, List<Forecast> forecasts, List<Lock> locks) {
    Map<String, Object> preview = of(migration);
    preview.put("dry_run", true);
    preview.put(
        "sql", migration.steps().stream().flatMap(step -> statements(step).stream()).toList());
    preview.put("forecasts", forecasts.stream().map(MigrationDocument::forecast).toList());
    preview.put("locks", locks.stream().map(MigrationDocument::lock).toList());
    return preview;
  }

  public static Map<String, Object> step(ScriptedStep scripted) {
    Step step = scripted.step();
    Map<String, Object> object =
        Document.object("kind", step.kind().name().toLowerCase(Locale.ROOT));
    step.revision().ifPresent(id -> object.put("revision", id.value()));
    object.put("from", Document.ids(step.from()));
    object.put("to", Document.ids(step.to()));
    object.put("message", scripted.message());
    object.put("rows", Document.rows(step.after()));
    return object;
  }

  /** {@return the SQL of a step, each statement with its semicolon} */
  public static List<String> statements(ScriptedStep step) {
    return step.statements().stream().map(statement -> statement.sql() + ";").toList();
  }

  public static Map<String, Object> forecast(Forecast forecast) {
    return Document.object(
        "statement", forecast.statement().sql(),
        "table", forecast.table(),
        "way", forecast.way(),
        "why", forecast.why(),
        "rows", forecast.rows(),
        "bytes", forecast.bytes());
  }

  private static Map<String, Object> lock(Lock lock) {
    Map<String, Object> object = Document.object("on", lock.on(), "mode", lock.mode());
    lock.statement().ifPresent(statement -> object.put("statement", statement.sql()));
    object.put("effect", lock.effect());
    return object;
  }

  public static List<Map<String, Object>> losses(List<Loss> losses) {
    return losses.stream().map(MigrationDocument::loss).toList();
  }

  private static Map<String, Object> loss(Loss loss) {
    Map<String, Object> object = Document.object("table", loss.table());
    loss.column().ifPresent(column -> object.put("column", column));
    object.put("rows", loss.rows());
    return object;
  }
}
