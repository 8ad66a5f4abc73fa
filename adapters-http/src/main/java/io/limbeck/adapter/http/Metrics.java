package io.limbeck.adapter.http;

import io.limbeck.domain.LimbeckException;
import java.util.List;

/** {@code /metrics}: as Prometheus reads them. */
final class Metrics {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Meters meters;
  private final Reads reads;
  private final Operations operations;

  Metrics(Meters meters, Reads reads, Operations operations) {
    this.meters = meters;
    this.reads = reads;
    this.operations = operations;
  }

  List<Route> routes() {
    return List.of(Route.reading("/metrics", this::reply));
  }

  private Reply reply(Request request) {
    meters.runs(operations.running().isPresent());
    try {
      meters.stands(reads.ask(access -> access.survey().read()));
    } catch (LimbeckException unreadable) {
      meters.cannotBeRead();
    }
    return Reply.bytes(200, TYPE, meters.text());
  }
}
