package io.limbeck.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /}: the page with its parts, and the description of the interface; all from the jar. */
final class Page {
  private static final String FOLDER = "page/";
  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "txt", "text/plain; charset=utf-8",
          "woff2", "font/woff2");

  List<Route> routes() {
    return List.of(
        Route.open("/", request -> resource(FOLDER + "index.html")),
        Route.open("/assets/{*name}", request -> asset(request.parameter("name"))),
        Route.open("/api/openapi.json", request -> resource("openapi.json")));
  }

  private static Reply asset(String name) {
    if (!NAME.matcher(name).matches()) {
      throw nothing(name);
    }
    return resource(FOLDER + "assets/" + name);
  }

  private static Reply resource(String path) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    try (InputStream content = Page.class.getResourceAsStream(path)) {
      if (content == null || type == null) {
        throw nothing(path);
      }
      return Reply.bytes(200, type, content.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Refused nothing(String name) {
    return Refused.notFound("There is nothing called '%s'.".formatted(name), "See the page at /.");
  }
}
