package io.limbeck.adapter.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections whose answers are not taken: to end an answer is to read what is left of the
 * request, too, and whoever sends or takes byte by byte would keep it open for as long as they
 * like.
 */
final class Deadlines implements AutoCloseable {
  private final Duration patience;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("limbeck-deadlines").daemon().factory());

  /**
   * @param patience how long a client may take to take an answer
   */
  Deadlines(Duration patience) {
    this.patience = patience;
  }

  /** Sends an answer. */
  interface Sending {
    void send() throws IOException;
  }

  /**
   * @throws IOException if the client is gone, or was too slow
   */
  void within(HttpExchange exchange, Sending sending) throws IOException {
    ScheduledFuture<?> closing =
        clock.schedule(exchange::close, patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      sending.send();
    } finally {
      closing.cancel(false);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
