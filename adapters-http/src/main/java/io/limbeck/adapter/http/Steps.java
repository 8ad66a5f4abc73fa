package io.limbeck.adapter.http;

import io.limbeck.application.database.HistoryEntry;
import io.limbeck.application.document.Document;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /api/history}: the steps ever taken, newest first, a page at a time. */
final class Steps {
  private static final long LIMIT = 50;
  private static final long MOST = 1_000;

  private final Answers answers;

  Steps(Answers answers) {
    this.answers = answers;
  }

  List<Route> routes() {
    return List.of(Route.reading("/api/history", this::reply));
  }

  private Reply reply(Request request) {
    Query query = request.query();
    long before = query.number("before", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
    long limit = query.number("limit", 1, MOST).orElse(LIMIT);
    return answers.reply(
        "steps",
        access -> {
          List<HistoryEntry> older =
              access.database().history().reversed().stream()
                  .filter(entry -> entry.number() < before)
                  .limit(limit + 1)
                  .toList();
          List<HistoryEntry> page = older.stream().limit(limit).toList();
          Map<String, Object> document =
              Document.object("steps", page.stream().map(Steps::step).toList());
          if (older.size() > page.size()) {
            document.put("next", page.getLast().number());
          }
          return document;
        });
  }

  private static Map<String, Object> step(HistoryEntry entry) {
    Map<String, Object> step =
        Document.object(
            "number", entry.number(), "direction", entry.kind().name().toLowerCase(Locale.ROOT));
    entry.revision().ifPresent(id -> step.put("revision", id.value()));
    step.put("from", Document.rows(entry.before()));
    step.put("to", Document.rows(entry.after()));
    step.put("message", entry.message());
    step.put("at", entry.at().toString());
    step.put("took_ms", entry.took().toMillis());
    step.put("by", entry.by());
    step.put("limbeck", entry.limbeck());
    return step;
  }
}
