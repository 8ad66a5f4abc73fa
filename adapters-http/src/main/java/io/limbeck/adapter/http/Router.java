package io.limbeck.adapter.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the route of a request. */
final class Router {
  private final List<Route> routes;

  Router(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  record Match(Route route, Map<String, String> parameters) {}

  /**
   * @param rawPath as the request has it
   * @throws Refused if there is no such path, or it has no such method
   */
  Match match(String method, String rawPath) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    Set<String> allowed = new LinkedHashSet<>();
    for (Route route : routes) {
      Optional<Map<String, String>> parameters = route.match(rawPath);
      if (parameters.isPresent()) {
        if (route.method().equals(wanted)) {
          return new Match(route, parameters.get());
        }
        allowed.add(route.method());
        if (route.method().equals("GET")) {
          allowed.add("HEAD");
        }
      }
    }
    if (allowed.isEmpty()) {
      throw Refused.notFound("There is nothing at this path.", "See /api/openapi.json.");
    }
    throw Refused.method(method, List.copyOf(allowed));
  }
}
