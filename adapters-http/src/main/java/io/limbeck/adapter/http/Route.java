package io.limbeck.adapter.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method and paths of one form.
 *
 * @param template begins with a slash; a part in braces is a parameter, one with a star takes all
 *     that is left
 */
record Route(String method, String template, Door door, Handler handler) {

  /** Who may come in. */
  enum Door {
    /** Whoever reaches the server: what is here is no secret. */
    OPEN,
    /** Who knows the token, or anyone on this machine if no other can reach the server. */
    READ,
    /** Who knows the token, if the server lets anyone write. */
    WRITE
  }

  /** Answers requests. */
  interface Handler {
    Reply reply(Request request);
  }

  static Route open(String template, Handler handler) {
    return new Route("GET", template, Door.OPEN, handler);
  }

  static Route reading(String template, Handler handler) {
    return new Route("GET", template, Door.READ, handler);
  }

  static Route writing(String template, Handler handler) {
    return new Route("POST", template, Door.WRITE, handler);
  }

  /**
   * {@return what the path has in the places of the parameters, decoded; empty if it has another
   * form}
   *
   * @param rawPath as the request has it
   */
  Optional<Map<String, String>> match(String rawPath) {
    List<String> wanted = List.of(template.split("/", -1));
    List<String> parts = List.of(rawPath.split("/", -1));
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String want = wanted.get(i);
      if (want.startsWith("{*") && i < parts.size()) {
        List<String> rest = new ArrayList<>();
        parts.subList(i, parts.size()).forEach(part -> rest.add(decoded(part)));
        parameters.put(want.substring(2, want.length() - 1), String.join("/", rest));
        return Optional.of(parameters);
      }
      if (i >= parts.size()) {
        return Optional.empty();
      }
      if (want.startsWith("{")) {
        parameters.put(want.substring(1, want.length() - 1), decoded(parts.get(i)));
      } else if (!want.equals(parts.get(i))) {
        return Optional.empty();
      }
    }
    return wanted.size() == parts.size() ? Optional.of(parameters) : Optional.empty();
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw Refused.malformed("'%s' is not encoded as a URL is.".formatted(part));
    }
  }
}
