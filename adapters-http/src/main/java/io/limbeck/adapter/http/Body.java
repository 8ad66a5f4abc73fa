package io.limbeck.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The JSON object that a request brings. */
final class Body {
  static final int LIMIT = 64 * 1024;
  static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String JSON = "application/json";

  private final JsonNode object;

  private Body(JsonNode object) {
    this.object = object;
  }

  static Body read(HttpExchange exchange, Optional<String> type, Optional<String> length) {
    checkType(type.orElse("nothing"));
    length.ifPresent(Body::checkLength);
    return parse(bytes(exchange));
  }

  /**
   * @throws Refused if it is no JSON object
   */
  static Body parse(byte[] text) {
    try {
      JsonNode parsed = JsonText.parse(text);
      if (parsed.isObject()) {
        return new Body(parsed);
      }
    } catch (IOException broken) {
      // As what is JSON and no object.
    }
    throw Refused.invalid(
        "The body is not one JSON object.", "Send for example {\"target\":\"head\",\"heads\":[]}.");
  }

  /**
   * @throws Refused if there are others than {@code names}
   */
  Body only(List<String> names) {
    object
        .fieldNames()
        .forEachRemaining(name -> {
          if (!names.contains(name)) {
            throw Refused.invalid(
                "Nothing here is called '%s'.".formatted(name),
                "The body has: %s.".formatted(String.join(", ", names)));
          }
        });
    return this;
  }

  /**
   * {@return a member that is text; empty if it is not there}
   *
   * @throws Refused if it is anything else
   */
  Optional<String> text(String name) {
    JsonNode member = object.path(name);
    if (member.isMissingNode() || member.isNull()) {
      return Optional.empty();
    }
    if (!member.isTextual()) {
      throw Refused.invalid("'%s' is no text.".formatted(name), "Send it as a JSON string.");
    }
    return Optional.of(member.textValue());
  }

  /**
   * {@return a member that is a list of texts; empty if it is not there}
   *
   * @throws Refused if it is anything else
   */
  Optional<List<String>> texts(String name) {
    JsonNode member = object.path(name);
    if (member.isMissingNode()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : member) {
      if (element.isTextual()) {
        texts.add(element.textValue());
      }
    }
    if (!member.isArray() || texts.size() != member.size()) {
      throw Refused.invalid(
          "'%s' is no list of texts.".formatted(name), "Send it as a JSON array of strings.");
    }
    return Optional.of(texts);
  }

  private static void checkType(String type) {
    String kind = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!kind.equals(JSON)) {
      throw Refused.mediaType(
          "The body is said to be %s.".formatted(type), "Send JSON, as Content-Type: " + JSON);
    }
  }

  private static void checkLength(String length) {
    try {
      if (Long.parseLong(length) > LIMIT) {
        throw tooLarge();
      }
    } catch (NumberFormatException none) {
      throw Refused.malformed("'%s' is no length.".formatted(length));
    }
  }

  private static Refused tooLarge() {
    return Refused.tooLarge(
        "The body has more than %d bytes.".formatted(LIMIT), "Send no more than is asked for.");
  }

  /** Whoever sends a body byte by byte is not waited for. */
  private static byte[] bytes(HttpExchange exchange) {
    CompletableFuture<byte[]> all = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("limbeck-body")
        .start(() -> {
          try {
            all.complete(exchange.getRequestBody().readNBytes(LIMIT + 1));
          } catch (IOException gone) {
            all.completeExceptionally(gone);
          }
        });
    try {
      byte[] bytes = all.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (bytes.length > LIMIT) {
        throw tooLarge();
      }
      return bytes;
    } catch (ExecutionException gone) {
      throw Refused.malformed("The body did not come to its end.");
    } catch (TimeoutException slow) {
      throw Refused.slow(
          "The body did not come to its end in %d s.".formatted(PATIENCE.toSeconds()),
          "Send it at once.");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Refused.malformed("The server stops.");
    }
  }
}
