package io.limbeck.adapter.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/** Takes each request from its headers to its answer; no failure leaves it. */
final class Exchanges implements HttpHandler {
  private static final int NO_CONTENT = -1;
  private static final int CHUNKED = 0;

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
  private final Deadlines deadlines;

  Exchanges(Router router, Guard guard, Problems problems, Meters meters, Deadlines deadlines) {
    this.router = router;
    this.guard = guard;
    this.problems = problems;
    this.meters = meters;
    this.deadlines = deadlines;
  }

  @Override
  public void handle(HttpExchange exchange) {
    long start = System.nanoTime();
    Found found = new Found();
    try (exchange) {
      Reply reply = answered(exchange, found);
      meters.answered(
          found.method,
          found.template,
          reply.status(),
          Duration.ofNanos(System.nanoTime() - start));
      if (reply.isStream()) {
        send(exchange, reply);
      } else {
        deadlines.within(exchange, () -> send(exchange, reply));
      }
    } catch (IOException gone) {
      // The client is not there any more: nobody waits for an answer.
    }
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
      return;
    }
    exchange.sendResponseHeaders(reply.status(), length(reply));
    try (OutputStream out = exchange.getResponseBody()) {
      reply.content().writeTo(out);
    }
  }

  private static long length(Reply reply) {
    if (reply.isStream()) {
      return CHUNKED;
    }
    return reply.length() == 0 ? NO_CONTENT : reply.length();
  }
}
