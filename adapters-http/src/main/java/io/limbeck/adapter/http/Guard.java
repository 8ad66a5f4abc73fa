package io.limbeck.adapter.http;

import io.limbeck.application.admin.AdminSettings;
import io.limbeck.application.admin.Token;
import java.net.InetAddress;
import java.util.Optional;

/** Decides who may come in. */
final class Guard {
  private static final String BEARER = "Bearer ";

  private final AdminSettings settings;
  private final boolean loopback;
  private final HostNames names;
  private final Attempts attempts;

  /**
   * @param loopback whether only this machine reaches the server
   */
  Guard(AdminSettings settings, boolean loopback, Attempts attempts) {
    this.settings = settings;
    this.loopback = loopback;
    this.names = HostNames.of(settings);
    this.attempts = attempts;
  }

  /** {@return whether whoever comes in may see the scripts' SQL} */
  boolean showsSql() {
    return loopback || settings.showSql();
  }

  boolean writes() {
    return settings.allowWrites();
  }

  /**
   * A page of someone else's must not reach the server through a browser that can: neither under a
   * name that it has pointed at this address, nor by a request it sends from its own.
   *
   * @throws Refused if the request may come from such a page
   */
  void checkOrigin(Request request) {
    String host =
        request
            .header("Host")
            .orElseThrow(() -> Refused.malformed("The request does not say which host it is for."));
    if (!names.contains(host)) {
      throw Refused.forbidden(
          "The request is for the host '%s', which this server is not.".formatted(host),
          "Use an address of the server, or have it started with that name as one of its names.");
    }
    request
        .header("Origin")
        .ifPresent(origin -> {
          if (!origin.equals("http://" + host) && !origin.equals("https://" + host)) {
            throw Refused.forbidden(
                "The request comes from a page of '%s'.".formatted(origin),
                "Use the server's own page, or a program that is no browser.");
          }
        });
    request
        .header("Sec-Fetch-Site")
        .filter(site -> site.equals("cross-site") || site.equals("same-site"))
        .filter(site -> !isNavigation(request))
        .ifPresent(site -> {
          throw Refused.forbidden(
              "The request comes from the page of another site.", "Use the server's own page.");
        });
  }

  /** A link that someone follows; it does nothing but show the page. */
  private static boolean isNavigation(Request request) {
    return request.header("Sec-Fetch-Mode").equals(Optional.of("navigate"))
        && request.header("Sec-Fetch-Dest").equals(Optional.of("document"));
  }

  /**
   * @throws Refused if the request lacks what its route asks for
   */
  void checkEntry(Request request, Route.Door door) {
    switch (door) {
      case OPEN -> {}
      case READ -> {
        if (!loopback) {
          checkToken(request);
        }
      }
      case WRITE -> {
        if (!writes()) {
          throw Refused.forbidden(
              "This server only reads.",
              "Start it with writes allowed and a token, or use the command line.");
        }
        checkToken(request);
      }
    }
  }

  private void checkToken(Request request) {
    Token token = settings.token().orElseThrow();
    InetAddress remote = request.remote();
    attempts.check(remote);
    String sent =
        request
            .header("Authorization")
            .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(value -> value.substring(BEARER.length()).strip())
            .orElseThrow(() ->
                Refused.unauthorized(
                    "The request does not bring the server's token.",
                    "Send it as the header Authorization: Bearer <token>."));
    if (!token.is(sent)) {
      attempts.failed(remote);
      throw Refused.unauthorized(
          "The token is not the server's.", "Look up which one it was started with.");
    }
    attempts.succeeded(remote);
  }
}
