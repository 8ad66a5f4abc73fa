package io.limbeck.adapter.http;

import io.limbeck.application.document.Document;
import io.limbeck.application.document.FailureCode;
import io.limbeck.application.history.Survey.Surveyed;
import java.util.List;
import java.util.Optional;

/** {@code /health}: for whoever starts, restarts and sends traffic. */
final class Health {
  private static final long RETRY_SECONDS = 5;

  private final Reads reads;
  private final Operations operations;

  Health(Reads reads, Operations operations) {
    this.reads = reads;
    this.operations = operations;
  }

  List<Route> routes() {
    return List.of(
        Route.open("/health/live", this::live), Route.open("/health/ready", this::ready));
  }

  private Reply live(Request request) {
    return up("live");
  }

  private Reply ready(Request request) {
    operations
        .running()
        .ifPresent(operation -> {
          throw notReady(operation.inWords(), "Wait until it is over.");
        });
    Surveyed surveyed = reads.ask(access -> access.survey().read());
    if (!surveyed.unknown().isEmpty()) {
      throw notReady(
          "The database stands at a revision that the scripts do not know.",
          "Run the version of the application that has it, or go back to one that is known.");
    }
    if (!surveyed.atHeads()) {
      throw notReady(
          surveyed.pending() == 1
              ? "1 revision is pending."
              : "%d revisions are pending.".formatted(surveyed.pending()),
          "Upgrade the database.");
    }
    return up("ready");
  }

  private static Reply up(String question) {
    return Reply.json(
        200, Document.answer(question, Optional.empty(), Document.object(question, true)));
  }

  private static Refused notReady(String problem, String remedy) {
    return Refused.unavailable(FailureCode.BEHIND, problem, remedy, RETRY_SECONDS);
  }
}
