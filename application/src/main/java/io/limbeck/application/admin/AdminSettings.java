package io.limbeck.application.admin;

import java.util.List;
import java.util.Optional;

/**
 * How the admin is served.
 *
 * @param host a name or an address of this machine to listen on
 * @param port 0 for any that is free
 * @param token what a request must know: each that writes and, unless the server listens on
 *     loopback alone, each that reads
 * @param allowWrites whether the database may be moved
 * @param showSql whether the scripts' SQL is shown although others than this machine can ask
 * @param names further host names under which the server is reached, for example through a proxy;
 *     may be empty
 */
public record AdminSettings(
    String host,
    int port,
    Optional<Token> token,
    boolean allowWrites,
    boolean showSql,
    List<String> names) {
  public static final String LOOPBACK = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;

  /**
   * @throws AdminException if the port is none, or writing is allowed without a token
   */
  public AdminSettings {
    names = List.copyOf(names);
    if (port < 0 || port > 65_535) {
      throw new AdminException(
          "%d is no port.".formatted(port), "Use one from 1 to 65535, or 0 for any that is free.");
    }
    if (allowWrites && token.isEmpty()) {
      throw new AdminException(
          "Writes are allowed to whoever knows the token, and there is none.",
          "Give the server a token, or let it only read.");
    }
  }
}
