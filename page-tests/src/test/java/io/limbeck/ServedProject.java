package io.limbeck;

import io.limbeck.adapter.cli.CliModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A project in a folder, the program used in it, and its admin served from this process. */
final class ServedProject implements AutoCloseable {
  static final String TOKEN = "correct-horse-battery-staple";

  private static final Path EXAMPLE =
      Path.of("../examples/hedge-fund").toAbsolutePath().normalize();
  private static final Pattern SERVING = Pattern.compile("Serving at (http://\\S+?/?)(?:[,\\s]|$)");

  private final Path folder;
  private final Path ini;
  private @Nullable Thread server;

  private ServedProject(Path folder, Path ini) {
    this.folder = folder;
    this.ini = ini;
  }

  /** A copy of the example, whose database is {@code hedge_fund.db}. */
  static ServedProject ofHedgeFund(Path folder) {
    try (Stream<Path> files = Files.walk(EXAMPLE.resolve("app"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(folder.resolve(EXAMPLE.relativize(file).toString()), Files.readString(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new ServedProject(folder, folder.resolve("app/backend/alembic.ini"));
  }

  /** A project without scripts, whose database is {@code app.db}. */
  static ServedProject empty(Path folder, String... settings) {
    Path ini = folder.resolve("alembic.ini");
    write(
        ini,
        """
        [alembic]
        script_location = %%(here)s
        sqlalchemy.url = sqlite:///%%(here)s/app.db
        %s
        """
            .formatted(String.join("\n", settings)));
    write(folder.resolve("versions/README"), "One file for each revision.\n");
    return new ServedProject(folder, ini);
  }

  /**
   * Writes a script that makes a table {@code t_<id>} with a row, and drops it.
   *
   * @param revises one, several with commas between them, or empty
   * @param headers further lines of the header
   */
  ServedProject script(String id, String revises, String message, String... headers) {
    String up = "CREATE TABLE t_%1$s (id INTEGER); INSERT INTO t_%1$s VALUES (1);".formatted(id);
    return scriptOf(id, revises, message, up, "DROP TABLE t_%s;".formatted(id), headers);
  }

  ServedProject scriptOf(
      String id, String revises, String message, String up, String down, String... headers) {
    List<String> lines = new ArrayList<>(List.of("-- " + message, "--", "-- Revision ID: " + id));
    lines.add("-- Revises: " + revises);
    lines.add("-- Create Date: 2026-11-03 09:30:00");
    Stream.of(headers).map(header -> "-- " + header).forEach(lines::add);
    lines.addAll(List.of("", "-- migrate:upgrade", up, "", "-- migrate:downgrade", down, ""));
    write(script(id), String.join("\n", lines));
    return this;
  }

  Path script(String id) {
    return folder.resolve("versions/%s.sql".formatted(id));
  }

  /** Runs a command, which must end well. */
  ServedProject limbeck(String... words) {
    StringWriter err = new StringWriter();
    int exitCode = run(err, words);
    if (exitCode != 0) {
      throw new AssertionError("limbeck %s: %s".formatted(String.join(" ", words), err));
    }
    return this;
  }

  /** {@return where the page is}, from now on until this is closed */
  String serve(String... options) {
    List<String> words = new ArrayList<>(List.of("serve", "--port", "0"));
    words.addAll(List.of(options));
    StringWriter err = new StringWriter();
    server = Thread.ofPlatform().name("serve").start(() -> run(err, words.toArray(String[]::new)));
    return address(err, server);
  }

  /** {@return what the version table holds, sorted} */
  List<String> rows() {
    return database(statement -> {
      List<String> rows = new ArrayList<>();
      try (var result =
          statement.executeQuery("SELECT version_num FROM alembic_version ORDER BY 1")) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
      return rows;
    });
  }

  void execute(String sql) {
    database(statement -> statement.execute(sql));
  }

  private interface Use<T> {
    T of(Statement statement) throws SQLException;
  }

  private <T> T database(Use<T> use) {
    Path file =
        Files.exists(folder.resolve("app.db"))
            ? folder.resolve("app.db")
            : folder.resolve("hedge_fund.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      return use.of(statement);
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  private int run(StringWriter err, String... words) {
    CliModule.World world =
        new CliModule.World(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            Map.of("LIMBECK_TOKEN", TOKEN),
            folder,
            false);
    List<String> arguments = new ArrayList<>(List.of("-c", ini.toString()));
    arguments.addAll(List.of(words));
    return Main.run(world, arguments.toArray(String[]::new));
  }

  private static String address(StringWriter err, Thread server) {
    while (true) {
      Matcher line = SERVING.matcher(err.toString());
      if (line.find()) {
        return line.group(1);
      }
      if (!server.isAlive()) {
        throw new AssertionError("The server does not serve: " + err);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException interrupted) {
      throw new AssertionError("interrupted", interrupted);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.interrupt();
      try {
        server.join();
      } catch (InterruptedException interrupted) {
        throw new AssertionError("interrupted", interrupted);
      }
      server = null;
    }
  }
}
