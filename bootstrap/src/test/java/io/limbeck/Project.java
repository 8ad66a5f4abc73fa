package io.limbeck;

import io.limbeck.adapter.cli.CliModule;
import io.limbeck.domain.revision.BranchLabel;
import io.limbeck.domain.revision.Drawing;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project in a folder, and the real program used in it. */
record Project(Path folder) {

  /** What a run printed. */
  record Printed(int exitCode, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  /**
   * Writes a project: {@code alembic.ini}, and for each revision a script that makes a table {@code
   * t_<id>} with a row, and drops it.
   *
   * @param lines as {@link Drawing#lineage} reads them
   */
  static Project drawn(Path folder, String... lines) {
    Project project = new Project(folder);
    project.write(
        "alembic.ini",
        """
        [alembic]
        script_location = %(here)s/migrations
        sqlalchemy.url = sqlite:///%(here)s/app.db
        """);
    try {
      Files.createDirectories(project.versions());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Drawing.lineage(lines).revisions().forEach(project::script);
    return project;
  }

  Path versions() {
    return folder.resolve("migrations/versions");
  }

  Path database() {
    return folder.resolve("app.db");
  }

  /** {@return the script that {@link #drawn} wrote} */
  Path script(String id) {
    return versions().resolve("%s_revision_%s.sql".formatted(id, id));
  }

  /** Writes a script with sections of its own. */
  void script(String id, String revises, String up, String down) {
    write(
        folder.relativize(script(id)).toString(),
        """
        -- revision %1$s
        --
        -- Revision ID: %1$s
        -- Revises: %2$s

        -- migrate:upgrade
        %3$s
        -- migrate:downgrade
        %4$s
        """
            .formatted(id, revises, up, down));
  }

  void write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** {@return the names of the files in versions, sorted} */
  List<String> scripts() {
    try (Stream<Path> files = Files.list(versions())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Uses the program as its user in the project's folder. */
  Printed limbeck(String... words) {
    return limbeck(Map.of(), words);
  }

  Printed limbeck(Map<String, String> environment, String... words) {
    return limbeck(folder, environment, false, words);
  }

  static Printed limbeck(
      Path workingDirectory, Map<String, String> environment, boolean onTerminal, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.run(
            new CliModule.World(
                new PrintWriter(out),
                new PrintWriter(err),
                environment,
                workingDirectory,
                onTerminal),
            words);
    return new Printed(exitCode, out.toString(), err.toString());
  }

  void execute(String... statements) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  /** {@return the first column of what a query finds} */
  List<String> query(String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
    return rows;
  }

  /** {@return what the version table holds, sorted} */
  List<String> rows() {
    return query("SELECT version_num FROM alembic_version ORDER BY 1");
  }

  Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database());
  }

  private void script(Revision revision) {
    String id = revision.id().value();
    StringBuilder text = new StringBuilder("-- %s\n--\n".formatted(revision.message()));
    text.append("-- Revision ID: ").append(id).append('\n');
    text.append("-- Revises: ")
        .append(
            revision.downRevisions().stream()
                .map(RevisionId::value)
                .collect(Collectors.joining(", ")))
        .append('\n');
    if (!revision.branchLabels().isEmpty()) {
      text.append("-- Branch Labels: ")
          .append(
              revision.branchLabels().stream()
                  .map(BranchLabel::value)
                  .collect(Collectors.joining(", ")))
          .append('\n');
    }
    if (!revision.dependencies().isEmpty()) {
      text.append("-- Depends On: ")
          .append(String.join(", ", revision.dependencies()))
          .append('\n');
    }
    text.append(
        """
        -- Create Date: 2026-01-02 03:04:05

        -- migrate:upgrade
        CREATE TABLE t_%1$s (id INTEGER PRIMARY KEY, name TEXT);
        INSERT INTO t_%1$s (name) VALUES ('one');

        -- migrate:downgrade
        DROP TABLE t_%1$s;
        """
            .formatted(id));
    write(folder.relativize(script(id)).toString(), text.toString());
  }
}
