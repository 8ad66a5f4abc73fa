package io.limbeck.adapter.http;

import io.limbeck.adapter.http.Operation.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * An operation's events for one client.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
final class EventStream {
  private final Operation operation;
  private final Duration heartbeat;

  /**
   * @param heartbeat how long nothing is sent at most: so a client that went away is noticed, and
   *     what is between keeps the connection
   */
  EventStream(Operation operation, Duration heartbeat) {
    this.operation = operation;
    this.heartbeat = heartbeat;
  }

  /**
   * Writes until the operation is over.
   *
   * @param last the number of the last event that the client knows, 0 for none
   */
  void writeTo(OutputStream out, int last) throws IOException {
    int known = last;
    // The headers, so that the client knows at once that it is heard.
    out.flush();
    while (true) {
      boolean over = !operation.isRunning();
      List<Event> news = next(known);
      if (news.isEmpty() && over) {
        return;
      }
      out.write(text(news).getBytes(StandardCharsets.UTF_8));
      out.flush();
      if (!news.isEmpty()) {
        known = news.getLast().number();
      }
    }
  }

  private List<Event> next(int known) throws IOException {
    try {
      return operation.after(known, heartbeat);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("the server stops", stopping);
    }
  }

  private static String text(List<Event> events) {
    if (events.isEmpty()) {
      return ": still running\n\n";
    }
    StringBuilder text = new StringBuilder();
    for (Event event : events) {
      text.append("id: ").append(event.number()).append('\n');
      text.append("event: ").append(event.name()).append('\n');
      text.append("data: ")
          .append(new String(JsonText.bytes(event.data()), StandardCharsets.UTF_8))
          .append("\n\n");
    }
    return text.toString();
  }
}
