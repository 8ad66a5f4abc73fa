package io.limbeck.adapter.http;

import io.limbeck.application.admin.Access;
import io.limbeck.application.admin.Gate;
import io.limbeck.application.database.LockNotObtainedException;
import io.limbeck.application.document.DifferenceDocument;
import io.limbeck.application.document.Document;
import io.limbeck.application.document.StandingDocument;
import io.limbeck.application.history.Survey.Surveyed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/status}: where the database stands. */
final class Statuses {
  private final Answers answers;
  private final Gate gate;
  private final Guard guard;
  private final Operations operations;
  private volatile @Nullable Known last;

  /** What was last read of a database. */
  private record Known(String database, Map<String, Object> document) {}

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
    try {
      return answers.reply(request, "status", access -> status(access, drift));
    } catch (LockNotObtainedException locked) {
      Operation running = operations.running().orElseThrow(() -> locked);
      return whileLocked(running).orElseThrow(() -> locked);
    }
  }

  /**
   * A run may keep everybody from reading, for as long as it copies a table. It is then told what
   * was last read, and how far the run has got.
   */
  private Optional<Reply> whileLocked(Operation running) {
    return Optional.ofNullable(last)
        .map(known -> {
          Map<String, Object> status = new LinkedHashMap<>(known.document());
          status.put("rows", running.rows());
          status.put("at_heads", false);
          status.put("locked", true);
          status.put("operation", running.inShort());
          return Reply.json(200, Document.answer("status", Optional.of(known.database()), status));
        });
  }

  private Map<String, Object> status(Access access, boolean drift) {
    Map<String, Object> status = document(access);
    last = new Known(access.database().name(), new LinkedHashMap<>(status));
    if (drift) {
      status.put(
          "drift", access.drift().find().stream().map(DifferenceDocument::sentence).toList());
    }
    return status;
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
