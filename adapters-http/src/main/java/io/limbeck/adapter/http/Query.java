package io.limbeck.adapter.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark. What nobody asks for is ignored. */
final class Query {
  private final Map<String, String> values = new HashMap<>();

  private Query() {}

  /**
   * @throws Refused if a name stands there twice, or what is encoded is no text
   */
  static Query parse(@Nullable String raw) {
    Query query = new Query();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&")) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        if (query.values.put(name, value) != null) {
          throw Refused.invalid("The query has '%s' twice.".formatted(name), "Say it once.");
        }
      }
    }
    return query;
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** {@return whether {@code name} is {@code true}; false if it is not there} */
  boolean flag(String name) {
    return value(name)
        .map(text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default ->
                  throw Refused.invalid(
                      "'%s' is neither true nor false.".formatted(text),
                      "Write %s=true, or leave it out.".formatted(name));
            })
        .orElse(false);
  }

  /** {@return a number from {@code least} to {@code most}; empty if it is not there} */
  Optional<Long> number(String name, long least, long most) {
    return value(name)
        .map(text -> {
          try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
              return number;
            }
          } catch (NumberFormatException none) {
            // As what is too large.
          }
          throw Refused.invalid(
              "'%s' is no number from %d to %d.".formatted(text, least, most),
              "Write one as %s, or leave it out.".formatted(name));
        });
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw Refused.malformed("'%s' is not encoded as a URL is.".formatted(text));
    }
  }
}
