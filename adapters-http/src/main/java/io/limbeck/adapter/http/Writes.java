package io.limbeck.adapter.http;

import io.limbeck.application.document.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * {@code /api/upgrade}, {@code /api/downgrade}, {@code /api/stamp}, and the operations that come of
 * them.
 */
final class Writes {
  private static final int STREAMS = 200;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Operations operations;
  private final Semaphore streams = new Semaphore(STREAMS);

  Writes(Operations operations) {
    this.operations = operations;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      routes.add(Route.writing("/api/" + direction.word(), request -> begin(direction, request)));
    }
    routes.add(Route.reading("/api/operations/{id}", this::show));
    routes.add(Route.reading("/api/operations/{id}/events", this::events));
    return routes;
  }

  private Reply begin(Direction direction, Request request) {
    Operation operation = operations.begin(Order.of(direction, request.body()));
    return Reply.json(
            202,
            Document.answer(
                direction.word(), Optional.empty(), Document.object("operation", operation.id())))
        .with(Map.of("Location", operation.path()));
  }

  private Reply show(Request request) {
    return Reply.json(
        200, Document.answer("operation", Optional.empty(), found(request).document()));
  }

  private Reply events(Request request) {
    Operation operation = found(request);
    int last = lastEvent(request.header("Last-Event-ID"));
    if (streams.availablePermits() == 0) {
      throw Refused.tooMany(
          "%d event streams are open.".formatted(STREAMS), "Close one, or ask without.", 15);
    }
    return Reply.stream("text/event-stream", out -> write(operation, last, out));
  }

  /**
   * Of many that come at one moment some may be let in too many: they are ended, and come again.
   */
  private void write(Operation operation, int last, OutputStream out) throws IOException {
    if (streams.tryAcquire()) {
      try {
        new EventStream(operation, HEARTBEAT).writeTo(out, last);
      } finally {
        streams.release();
      }
    }
  }

  private static int lastEvent(Optional<String> header) {
    return header
        .map(text -> {
          try {
            return Math.max(0, Integer.parseInt(text));
          } catch (NumberFormatException none) {
            throw Refused.invalid(
                "'%s' is no event of this stream.".formatted(text),
                "Send the id of the last one that came as Last-Event-ID, or none.");
          }
        })
        .orElse(0);
  }

  private Operation found(Request request) {
    String id = request.parameter("id");
    return operations
        .find(id)
        .orElseThrow(() ->
            Refused.notFound(
                "There is no operation '%s'.".formatted(id),
                "The server remembers its last ones, until it stops. See /api/status."));
  }
}
