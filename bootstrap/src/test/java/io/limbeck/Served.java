package io.limbeck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limbeck.adapter.cli.CliModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The admin of a project, served by the real program in this process, and a client of it. */
final class Served implements AutoCloseable {
  static final String TOKEN = "correct-horse-battery-staple";

  private static final Pattern SERVING = Pattern.compile("Serving at (\\S+),");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI address;
  private final StringWriter err;
  private final Thread server;

  private Served(URI address, StringWriter err, Thread server) {
    this.address = address;
    this.err = err;
    this.server = server;
  }

  /** Serves with writes allowed. */
  static Served writing(Project project) {
    return by(project.folder(), "--allow-writes");
  }

  /**
   * @param folder whose {@code alembic.ini} counts
   * @param options besides the port
   */
  static Served by(Path folder, String... options) {
    List<String> words = new ArrayList<>(List.of("serve", "--port", "0"));
    words.addAll(List.of(options));
    StringWriter err = new StringWriter();
    CliModule.World world =
        new CliModule.World(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            Map.of("LIMBECK_TOKEN", TOKEN),
            folder,
            false);
    Thread server =
        Thread.ofPlatform()
            .name("serve")
            .start(() -> Main.run(world, words.toArray(String[]::new)));
    while (true) {
      Matcher line = SERVING.matcher(err.toString());
      if (line.find()) {
        return new Served(URI.create(line.group(1)), err, server);
      }
      if (!server.isAlive()) {
        throw new AssertionError("It does not serve: " + err);
      }
      pause();
    }
  }

  /**
   * What came back.
   *
   * @param text the body
   */
  record Answer(int status, Map<String, List<String>> headers, String text) {
    JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException none) {
        throw new AssertionError("no JSON: " + text, none);
      }
    }

    JsonNode result() {
      return json().path("result");
    }

    String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> String.join(", ", header.getValue()))
          .findFirst()
          .orElse("");
    }
  }

  URI address() {
    return address;
  }

  /** {@return what the program has said on standard error} */
  String err() {
    return err.toString();
  }

  /**
   * @param headers name, value, name, value ...
   */
  Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Answer method(String method, String path, String... headers) {
    return send(request(path, headers).method(method, BodyPublishers.noBody()));
  }

  /** Sends an order as one should, with the token. */
  Answer order(String direction, String body) {
    return post(
        "/api/" + direction,
        body,
        "Authorization",
        "Bearer " + TOKEN,
        "Content-Type",
        "application/json");
  }

  Answer post(String path, String body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofString(body)));
  }

  /** Orders, and waits until it is done. */
  JsonNode done(String direction, String body) {
    JsonNode operation = over(direction, body);
    if (!operation.path("state").textValue().equals("done")) {
      throw new AssertionError(operation.toString());
    }
    return operation;
  }

  /** Orders, and waits until it is over, in whatever way. */
  JsonNode over(String direction, String body) {
    Answer begun = order(direction, body);
    if (begun.status() != 202) {
      throw new AssertionError(begun.text());
    }
    get(begun.header("Location") + "/events");
    return get(begun.header("Location")).result();
  }

  /** Sends bytes as they are, and reads what comes back until the server closes the connection. */
  String raw(String request) {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(30_000);
    return socket;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Stops it as Ctrl-C does. */
  @Override
  public void close() {
    server.interrupt();
    try {
      server.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
