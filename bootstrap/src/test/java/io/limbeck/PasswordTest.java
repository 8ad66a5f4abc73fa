package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.postgresql.EmbeddedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that is planted in the database's URL comes up nowhere else. */
class PasswordTest {
  private static final EmbeddedServer SERVER = EmbeddedServer.shared();
  // As it is, and as the URL has to write it.
  private static final List<String> PLANTED = List.of("pl@nted/Wort%7", "pl%40nted%2FWort%257");

  @TempDir private Path folder;
  private final String database = SERVER.newDatabase();

  @AfterEach
  void drop_the_database() {
    SERVER.drop(database);
  }

  @Test
  void output_errors_history_and_json_do_not_hold_it() {
    ProjectFolder project = project(url("localhost:" + SERVER.port(), database));
    project.script("r1", "", "CREATE TABLE made (name TEXT);");
    project.script("r2", "r1", "CREATE TABLE made (name TEXT);");
    ProjectFolder nowhere = project(url("localhost:1", database));
    ProjectFolder missing = project(url("localhost:" + SERVER.port(), "nothing"));
    ProjectFolder mistyped =
        project(url("localhost:" + SERVER.port(), database) + "?sslmod=verify-full");
    ProjectFolder mangled = project(url("localhost:" + SERVER.port() + ":x", database));

    List<String> told = new ArrayList<>();
    for (ProjectFolder each : List.of(project, nowhere, missing, mistyped, mangled)) {
      for (String[] words :
          new String[][] {
            {"upgrade", "r1"},
            {"upgrade", "head", "-v"},
            {"current", "-v"},
            {"history", "-v", "-i"},
            {"check"},
            {"drift"},
            {"verify"},
            {"upgrade", "head", "--sql"},
            {"stamp", "nothing"},
            {"downgrade", "base"}
          }) {
        told.add(said(each.limbeck(words)));
        told.add(
            said(
                each.limbeck(
                    Stream.concat(Stream.of("--json"), Stream.of(words)).toArray(String[]::new))));
      }
    }

    assertThat(told).anyMatch(text -> text.contains("is now at r1"));
    assertThat(told).anyMatch(text -> text.contains("cannot be reached"));
    assertThat(told).anyMatch(text -> text.contains("already exists"));
    assertThat(told).anyMatch(text -> text.contains("sslmod"));
    assertThat(told).allSatisfy(PasswordTest::assertClean);
    assertClean(PostgresqlContent.of(SERVER, database).toString());
  }

  @Test
  void neither_the_list_of_processes_nor_the_server_shows_it() throws Exception {
    ProjectFolder project = project(url("localhost:" + SERVER.port(), database));
    project.script("r1", "", "SELECT pg_sleep(60);");
    try (ChildProgram program =
        new ChildProgram.Launcher(folder).start(project, "upgrade", "head")) {
      String working = "SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'";
      while (SERVER.query(database, working).isEmpty()) {
        assertThat(program.process().isAlive()).as(program.err()).isTrue();
        Thread.sleep(20);
      }

      List<String> lines = commandLines();

      assertThat(lines).anyMatch(line -> line.contains(project.ini().toString()));
      assertThat(lines).allSatisfy(PasswordTest::assertClean);
      assertClean(SERVER.query(database, "SELECT a FROM pg_stat_activity AS a").toString());
      program.kill();
      assertClean(program.err());
    }
  }

  private ProjectFolder project(String url) {
    return ProjectFolder.onServer(
        folder.resolve("project-" + Integer.toHexString(url.hashCode())), url);
  }

  private static String url(String host, String database) {
    return "postgresql://postgres:%s@%s/%s".formatted(PLANTED.getLast(), host, database);
  }

  private static String said(ProjectFolder.Ran ran) {
    return ran.out() + ran.err();
  }

  private static void assertClean(String text) {
    assertThat(text).doesNotContain(PLANTED).doesNotContain("nted/Wort", "nted%2FWort");
  }

  /** {@return the words with which each process of this machine was started} */
  private static List<String> commandLines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process :
          processes.filter(path -> path.getFileName().toString().matches("\\d+")).toList()) {
        try {
          lines.add(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1));
        } catch (IOException ended) {
          // A process that has ended meanwhile shows nothing.
        }
      }
    }
    return lines;
  }
}
