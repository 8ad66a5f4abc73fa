package io.limbeck.adapter.http;

import io.limbeck.application.admin.Access;
import io.limbeck.application.admin.Gate;
import io.limbeck.application.document.DifferenceDocument;
import io.limbeck.application.document.Document;
import io.limbeck.application.document.StandingDocument;
import io.limbeck.application.history.Survey.Surveyed;
import java.util.List;
import java.util.Map;

/** {@code /api/status}: where the database stands. */
final class Statuses {
  private final Answers answers;
  private final Gate gate;
  private final Guard guard;
  private final Operations operations;

  Statuses(Answers answers, Gate gate, Guard guard, Operations operations) {
    this.answers = answers;
    this.gate = gate;
    this.guard = guard;
    this.operations = operations;
  }

  List<Route> routes() {
    return List.of(Route.reading("/api/status", this::reply));
  }

  private Reply reply(Request request) {
    boolean drift = request.query().flag("drift");
    return answers.reply(
        "status",
        access -> {
          Map<String, Object> status = document(access);
          if (drift) {
            status.put(
                "drift", access.drift().find().stream().map(DifferenceDocument::sentence).toList());
          }
          return status;
        });
  }

  private Map<String, Object> document(Access access) {
    Surveyed surveyed = access.survey().read();
    Map<String, Object> status =
        Document.object(
            "exists", surveyed.exists(),
            "dialect", access.database().dialect(),
            "short_name", access.database().shortName(),
            "rows", Document.rows(surveyed.rows()),
            "heads", Document.ids(surveyed.heads()),
            "at_heads", surveyed.atHeads(),
            "pending", surveyed.pending(),
            "changed", StandingDocument.changed(surveyed.changed()),
            "unknown", Document.ids(surveyed.unknown()),
            "writes", guard.writes());
    gate.mark()
        .ifPresent(mark ->
            status.put("mark", Document.object("name", mark.name(), "color", mark.color())));
    operations.latest().ifPresent(operation -> status.put("operation", operation.inShort()));
    return status;
  }
}
