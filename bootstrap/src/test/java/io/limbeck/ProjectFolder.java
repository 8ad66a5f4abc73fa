package io.limbeck;

import io.limbeck.adapter.cli.CliModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with a configuration and scripts, in which the program is run.
 *
 * @param folder the working directory
 * @param database the file that the configuration names
 */
record ProjectFolder(Path folder, Path ini, Path database) {
  private static final Path EXAMPLE =
      Path.of("../examples/hedge-fund").toAbsolutePath().normalize();

  /** What a run printed, and how it ended. */
  record Ran(int exitCode, String out, String err) {}

  /** {@return a project without scripts, whose database is SQLite's} */
  static ProjectFolder in(Path folder, String... settings) {
    return in(folder, "sqlite:///%(here)s/app.db", "app.db", settings);
  }

  /** {@return a project without scripts, whose database is H2's} */
  static ProjectFolder ofH2(Path folder, String... settings) {
    return in(folder, "jdbc:h2:file:%(here)s/app", "app.mv.db", settings);
  }

  /** {@return a project without scripts, whose database is on a server} */
  static ProjectFolder onServer(Path folder, String url, String... settings) {
    return in(folder, url.replace("%", "%%"), "no.file", settings);
  }

  private static ProjectFolder in(Path folder, String url, String database, String... settings) {
    Path ini = folder.resolve("alembic.ini");
    write(folder.resolve("versions/README"), "One file for each revision.\n");
    write(
        ini,
        "[alembic]\nscript_location = %(here)s\nsqlalchemy.url = "
            + url
            + "\n"
            + String.join("\n", settings));
    return new ProjectFolder(folder, ini, folder.resolve(database));
  }

  /** {@return a copy of the example} */
  static ProjectFolder ofHedgeFund(Path folder) {
    try (Stream<Path> files = Files.walk(EXAMPLE.resolve("app"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(folder.resolve(EXAMPLE.relativize(file).toString()), Files.readString(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new ProjectFolder(
        folder, folder.resolve("app/backend/alembic.ini"), folder.resolve("hedge_fund.db"));
  }

  /** Writes a script, or writes it anew. */
  void script(String id, String revises, String upgrade) {
    write(
        script(id),
        """
        -- Message of %s
        --
        -- Revision ID: %s
        -- Revises: %s

        -- migrate:upgrade
        %s
        """
            .formatted(id, id, revises, upgrade));
  }

  /** Writes a script with one statement that can run in no transaction. */
  void alone(String id, String revises, String upgrade) {
    script(id, revises, upgrade);
    Path file = script(id);
    write(file, read(file).replace("migrate:upgrade", "migrate:upgrade transaction=off"));
  }

  /** {@return where {@link #script(String, String, String)} writes} */
  Path script(String id) {
    return folder.resolve("versions/%s_.sql".formatted(id));
  }

  /** Runs the program in this process. */
  Ran limbeck(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CliModule.World world =
        new CliModule.World(new PrintWriter(out), new PrintWriter(err), Map.of(), folder, false);
    List<String> arguments = new ArrayList<>(List.of("-c", ini.toString()));
    arguments.addAll(List.of(words));
    int exitCode = Main.run(world, arguments.toArray(String[]::new));
    return new Ran(exitCode, out.toString(), err.toString());
  }

  /** {@return the names of the files in the folder itself, sorted} */
  List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
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
}
