package io.limbeck.adapter.http;

import io.limbeck.application.admin.Access;
import io.limbeck.application.database.Forecast;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.document.Document;
import io.limbeck.application.document.MigrationDocument;
import io.limbeck.application.migrate.Migration;
import io.limbeck.application.script.Statement;
import java.util.List;
import java.util.Map;

/** {@code /api/plan}: what a run would do. */
final class Plans {
  private final Answers answers;
  private final Guard guard;

  Plans(Answers answers, Guard guard) {
    this.answers = answers;
    this.guard = guard;
  }

  List<Route> routes() {
    return List.of(Route.reading("/api/plan", this::reply));
  }

  private Reply reply(Request request) {
    Query query = request.query();
    Direction direction = Direction.of(query.value("direction").orElse("upgrade"));
    String target = Direction.checked(query.value("target").orElse("head"));
    return answers.reply("plan", access -> document(access, direction, target));
  }

  private Map<String, Object> document(Access access, Direction direction, String target) {
    Migration plan = direction.plan(access, target);
    Map<String, Object> document = MigrationDocument.of(plan);
    document.put("steps", plan.steps().stream().map(this::step).toList());
    document.put(
        "hazards",
        access.database().forecast(plan.steps()).stream()
            .map(forecast -> hazard(forecast, plan))
            .toList());
    if (direction == Direction.DOWNGRADE && !plan.losses().isEmpty()) {
      document.put("confirm", access.database().shortName());
    }
    return document;
  }

  private Map<String, Object> step(ScriptedStep step) {
    Map<String, Object> document = MigrationDocument.step(step);
    if (guard.showsSql()) {
      document.put("statements", MigrationDocument.statements(step));
    }
    return document;
  }

  private Map<String, Object> hazard(Forecast forecast, Migration plan) {
    Map<String, Object> hazard = Document.object();
    plan.steps().stream()
        .filter(step -> has(step, forecast.statement()))
        .findFirst()
        .flatMap(step -> step.step().revision())
        .ifPresent(id -> hazard.put("revision", id.value()));
    hazard.putAll(MigrationDocument.forecast(forecast));
    if (!guard.showsSql()) {
      hazard.remove("statement");
    }
    return hazard;
  }

  /** Two revisions may have the same statement in the same line. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean has(ScriptedStep step, Statement wanted) {
    return step.statements().stream().anyMatch(statement -> statement == wanted);
  }
}
