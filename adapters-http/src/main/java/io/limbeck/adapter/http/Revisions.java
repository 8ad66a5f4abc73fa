package io.limbeck.adapter.http;

import io.limbeck.application.admin.Access;
import io.limbeck.application.database.ChangedScript;
import io.limbeck.application.database.HistoryEntry;
import io.limbeck.application.document.Document;
import io.limbeck.application.document.RevisionDocument;
import io.limbeck.application.history.ListedRevision;
import io.limbeck.application.history.Survey.Surveyed;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.Section;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.HistoryRange;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /api/revisions}: the graph, and what there is to know about each revision. */
final class Revisions {
  private final Answers answers;
  private final Guard guard;

  Revisions(Answers answers, Guard guard) {
    this.answers = answers;
    this.guard = guard;
  }

  List<Route> routes() {
    return List.of(
        Route.reading("/api/revisions", this::all),
        Route.reading("/api/revisions/{id}", this::one));
  }

  private Reply all(Request request) {
    return answers.reply(
        "history",
        access -> {
          States states = States.of(access.survey().read());
          return Document.object(
              "revisions", listed(access).stream().map(states::document).toList());
        });
  }

  private Reply one(Request request) {
    String id = request.parameter("id");
    return answers.reply(
        "show",
        access ->
            listed(access).stream()
                .filter(revision -> revision.id().value().equals(id))
                .findFirst()
                .map(revision -> known(access, revision))
                .or(() -> kept(access, id))
                .orElseThrow(() ->
                    Refused.notFound(
                        "No script has the revision '%s'.".formatted(id),
                        "See /api/revisions for those there are.")));
  }

  private Map<String, Object> known(Access access, ListedRevision revision) {
    Map<String, Object> document = States.of(access.survey().read()).document(revision);
    return whole(document, access, access.scripts().script(revision.id()));
  }

  /** A revision of another version of the application, at which the database stands. */
  private Optional<Map<String, Object>> kept(Access access, String id) {
    Surveyed surveyed = access.survey().read();
    return surveyed.unknown().stream()
        .filter(revision -> revision.value().equals(id))
        .findFirst()
        .flatMap(access.showKept()::of)
        .map(script -> {
          Map<String, Object> document = RevisionDocument.of(script.header());
          document.put("state", "applied");
          document.put("current", true);
          document.put("changed", false);
          document.put("unknown", true);
          return whole(document, access, script);
        });
  }

  private Map<String, Object> whole(Map<String, Object> document, Access access, Script script) {
    document.put("checksum", script.checksum());
    document.put("sections", script.sections().stream().map(this::section).toList());
    applied(access, script.revision().id()).ifPresent(entry -> document.put("applied", entry));
    return document;
  }

  private static List<ListedRevision> listed(Access access) {
    return access.listHistory().list(HistoryRange.all(), false);
  }

  private Map<String, Object> section(Section section) {
    Map<String, Object> document =
        Document.object(
            "direction", section.direction().word(),
            "dialects", section.dialects(),
            "transactional", section.transactional());
    if (guard.showsSql()) {
      document.put("statements", section.statements().stream().map(Statement::sql).toList());
    }
    return document;
  }

  /** The upgrade that made it applied; nothing if it was undone or stamped since. */
  private static Optional<Map<String, Object>> applied(Access access, RevisionId id) {
    return access.database().history().stream()
        .filter(entry -> entry.revision().equals(Optional.of(id)))
        .reduce((earlier, later) -> later)
        .filter(entry -> entry.kind() == Step.Kind.UPGRADE)
        .map(Revisions::applied);
  }

  private static Map<String, Object> applied(HistoryEntry entry) {
    return Document.object(
        "at", entry.at().toString(),
        "by", entry.by(),
        "took_ms", entry.took().toMillis(),
        "limbeck", entry.limbeck());
  }

  /** How the revisions stand to the database. */
  private record States(Surveyed surveyed, Set<RevisionId> changed) {
    static States of(Surveyed surveyed) {
      Set<RevisionId> changed = new LinkedHashSet<>();
      surveyed.changed().stream().map(ChangedScript::id).forEach(changed::add);
      return new States(surveyed, changed);
    }

    Map<String, Object> document(ListedRevision revision) {
      Map<String, Object> document = RevisionDocument.of(revision);
      boolean applied = surveyed.applied().contains(revision.id());
      document.put("state", applied ? "applied" : "pending");
      document.put("current", surveyed.rows().contains(revision.id()));
      document.put("changed", changed.contains(revision.id()));
      return document;
    }
  }
}
