package io.limbeck.adapter.http;

import com.sun.net.httpserver.HttpServer;
import io.limbeck.application.admin.AdminException;
import io.limbeck.application.admin.AdminListener;
import io.limbeck.application.admin.AdminServer;
import io.limbeck.application.admin.AdminSettings;
import io.limbeck.application.admin.Gate;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The admin on the JDK's own HTTP server. */
public final class HttpAdmin implements AdminServer {
  /** Many may come at one moment. */
  private static final int BACKLOG = 1_024;

  private static final Duration FOR_LAST_ANSWERS = Duration.ofSeconds(1);

  @Override
  public Running start(AdminSettings settings, Gate gate, AdminListener listener) {
    InetAddress address = address(settings.host());
    if (!address.isLoopbackAddress() && settings.token().isEmpty()) {
      throw new AdminException(
          "On %s others than this machine could read, and there is no token."
              .formatted(settings.host()),
          "Give the server a token, or have it listen on %s.".formatted(AdminSettings.LOOPBACK));
    }
    HttpServer server = bound(new InetSocketAddress(address, settings.port()), settings);
    HttpComponent component =
        DaggerHttpComponent.factory().create(settings, gate, listener, address.isLoopbackAddress());
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("limbeck-http-", 1).factory());
    server.setExecutor(threads);
    server.createContext("/", component.exchanges());
    server.start();
    return new Listening(server, threads, component, uri(settings.host(), address, server));
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new AdminException(
          "'%s' is no name or address that is known here.".formatted(host),
          "Name one of this machine's, for example %s or 0.0.0.0."
              .formatted(AdminSettings.LOOPBACK),
          unknown);
    }
  }

  private static HttpServer bound(InetSocketAddress address, AdminSettings settings) {
    try {
      return HttpServer.create(address, BACKLOG);
    } catch (IOException refusal) {
      throw new AdminException(
          "Nothing can listen on %s, port %d: %s."
              .formatted(settings.host(), settings.port(), refusal.getMessage()),
          "Use another port, 0 for any that is free, or end what listens there.",
          refusal);
    }
  }

  private static URI uri(String host, InetAddress address, HttpServer server) {
    boolean bracketed = address instanceof Inet6Address && host.indexOf(':') >= 0;
    return URI.create(
        "http://%s:%d/"
            .formatted(bracketed ? "[" + host + "]" : host, server.getAddress().getPort()));
  }

  private record Listening(
      HttpServer server, ExecutorService threads, HttpComponent component, URI address)
      implements Running {

    @Override
    public void close() {
      component.operations().close();
      try {
        component.exchanges().awaitLast(FOR_LAST_ANSWERS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
      server.stop(0);
      threads.shutdownNow();
      component.reads().close();
      component.meters().close();
    }
  }
}
