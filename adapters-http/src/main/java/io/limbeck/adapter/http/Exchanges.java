package io.limbeck.adapter.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Takes each request from its headers to its answer; no failure leaves it. */
final class Exchanges implements HttpHandler {
  private static final int NO_CONTENT = -1;
  private static final int CHUNKED = 0;
  private static final int BAD_REQUEST = 400;

  /** On every answer. Nothing of it is kept, framed, or runs what does not come from here. */
  private static final Map<String, String> SAFETY =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                  + " frame-ancestors 'none'",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY");

  private final Router router;
  private final Guard guard;
  private final Problems problems;
  private final Meters meters;

  /** A party for each request, and one for whoever waits for the last. */
  private final Phaser going = new Phaser(1);

  Exchanges(Router router, Guard guard, Problems problems, Meters meters) {
    this.router = router;
    this.guard = guard;
    this.problems = problems;
    this.meters = meters;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    going.register();
    try {
      exchanged(exchange);
    } finally {
      going.arriveAndDeregister();
    }
  }

  /** Waits until the requests that came are answered, but no longer than that. */
  void awaitLast(Duration patience) throws InterruptedException {
    try {
      int phase = going.arrive();
      going.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException busy) {
      // Who has not got an answer by now will see the connection end.
    }
  }

  /**
   * @throws IOException if the client is not there any more. Then, as after any other exception,
   *     the server closes the connection; to close the exchange would be to wait for the client
   */
  private void exchanged(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    Found found = new Found();
    Reply reply = answered(exchange, found);
    meters.answered(
        found.method, found.template, reply.status(), Duration.ofNanos(System.nanoTime() - start));
    send(exchange, reply);
  }

  /** What is known of a request even when it fails; only names that there are, for the meters. */
  private static final class Found {
    private String method = "OTHER";
    private String template = "none";
  }

  private Reply answered(HttpExchange exchange, Found found) {
    try {
      guard.checkOrigin(new Request(exchange, Map.of()));
      String path = exchange.getRequestURI().getRawPath();
      Router.Match match = router.match(exchange.getRequestMethod(), path == null ? "" : path);
      found.method = match.route().method();
      found.template = match.route().template();
      Request request = new Request(exchange, match.parameters());
      guard.checkEntry(request, match.route().door());
      return match.route().handler().reply(request);
    } catch (RuntimeException | Error failure) {
      return problems.reply(failure);
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    SAFETY.forEach(headers::set);
    reply.headers().forEach(headers::set);
    if (exchange.getRequestMethod().equals("HEAD")) {
      if (!reply.isStream()) {
        headers.set("Content-Length", Long.toString(reply.length()));
      }
      exchange.sendResponseHeaders(reply.status(), NO_CONTENT);
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(reply.status(), length(reply));
    OutputStream out = exchange.getResponseBody();
    reply.content().writeTo(out);
    out.flush();
    if (reply.status() >= BAD_REQUEST) {
      LeftOver.of(exchange).take();
    }
    exchange.close();
  }

  private static long length(Reply reply) {
    if (reply.isStream()) {
      return CHUNKED;
    }
    return reply.length() == 0 ? NO_CONTENT : reply.length();
  }
}
