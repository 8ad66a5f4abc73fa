package io.limbeck.adapter.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a refused request still brings. The server reads it before it ends an answer, for as long as
 * it takes; and a connection that is closed with something unread takes the answer with it.
 */
final class LeftOver {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MOST = 1024 * 1024;

  private final InputStream rest;

  private LeftOver(InputStream rest) {
    this.rest = rest;
  }

  static LeftOver of(HttpExchange exchange) {
    return new LeftOver(exchange.getRequestBody());
  }

  /** The server closes a connection whose handler fails. */
  private static final class Abandoned extends RuntimeException {
    Abandoned() {
      super("The client goes on sending what was refused", null, false, false);
    }
  }

  /**
   * Reads it, if that does not take long.
   *
   * @throws RuntimeException if it does: then there is no way but to close the connection
   */
  void take() {
    CompletableFuture<Boolean> read = new CompletableFuture<>();
    Thread.ofVirtual().name("limbeck-rest").start(() -> read.complete(isReadToItsEnd()));
    try {
      if (!read.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Abandoned();
      }
    } catch (TimeoutException | ExecutionException slow) {
      throw new Abandoned();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Abandoned();
    }
  }

  private boolean isReadToItsEnd() {
    try {
      byte[] buffer = new byte[8192];
      int sum = 0;
      int count = rest.read(buffer);
      while (count >= 0 && sum <= MOST) {
        sum += count;
        count = rest.read(buffer);
      }
      return count < 0;
    } catch (IOException gone) {
      return false;
    }
  }
}
