package io.limbeck.adapter.http;

import io.limbeck.application.history.Survey.Surveyed;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted and measured. */
final class Meters implements AutoCloseable {
  private static final int NO = 0;
  private static final int YES = 1;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicInteger readable = registry.gauge("limbeck.database.readable", zero());
  private final AtomicInteger atHeads = registry.gauge("limbeck.database.at.heads", zero());
  private final AtomicInteger pending = registry.gauge("limbeck.revisions.pending", zero());
  private final AtomicInteger changed = registry.gauge("limbeck.revisions.changed", zero());
  private final AtomicInteger running = registry.gauge("limbeck.operation.running", zero());

  Meters() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  private static AtomicInteger zero() {
    return new AtomicInteger();
  }

  /**
   * @param template the route's, since there are too many paths to count each
   */
  void answered(String method, String template, int status, Duration took) {
    Timer.builder("http.server.requests")
        .tags("method", method, "uri", template, "status", Integer.toString(status))
        .register(registry)
        .record(took);
  }

  /**
   * @param outcome {@code done} or {@code failed}
   */
  void ran(String kind, String outcome, Duration took) {
    Timer.builder("limbeck.operations")
        .tags("kind", kind, "outcome", outcome)
        .register(registry)
        .record(took);
  }

  /** Remembers where the database stands, until the next time. */
  void stands(Surveyed surveyed) {
    readable.set(YES);
    atHeads.set(surveyed.atHeads() ? YES : NO);
    pending.set(surveyed.pending());
    changed.set(surveyed.changed().size());
  }

  /** The database could not be asked; what is known of it is from before. */
  void cannotBeRead() {
    readable.set(NO);
  }

  void runs(boolean any) {
    running.set(any ? YES : NO);
  }

  byte[] text() {
    return registry.scrape().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    registry.close();
  }
}
