package io.limbeck.adapter.http;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request whose route is found; its body is read by whoever wants it. */
final class Request {
  private final HttpExchange exchange;
  private final Map<String, String> parameters;

  /**
   * @param parameters what the path has in the places of the route's parameters
   */
  Request(HttpExchange exchange, Map<String, String> parameters) {
    this.exchange = exchange;
    this.parameters = parameters;
  }

  URI uri() {
    return exchange.getRequestURI();
  }

  InetAddress remote() {
    return exchange.getRemoteAddress().getAddress();
  }

  /** {@return a part of the path; the route has to have a parameter of this name} */
  String parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).orElseThrow();
  }

  Query query() {
    return Query.parse(uri().getRawQuery());
  }

  /**
   * @throws Refused if the header is there more than once
   */
  Optional<String> header(String name) {
    List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw Refused.malformed("The request has %d headers %s.".formatted(values.size(), name));
    }
    return values.stream().findFirst();
  }

  /**
   * {@return the JSON of the body}
   *
   * @throws Refused if it is none, is too large or comes too slowly
   */
  Body body() {
    return Body.read(exchange, header("Content-Type"), header("Content-Length"));
  }
}
