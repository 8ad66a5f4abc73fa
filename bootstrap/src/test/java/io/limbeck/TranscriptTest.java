package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.cli.CliModule;
import io.limbeck.application.Golden;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program prints, as its user sees it. */
class TranscriptTest {
  private static final Pattern COMMAND =
      Pattern.compile("^  (\\w+)(?:, [\\w-]+)? {2,}", Pattern.MULTILINE);
  private static final int COLUMNS = 80;

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final StringBuilder transcript = new StringBuilder();

  static List<String> commands() {
    String help = Project.limbeck(Path.of("/"), Map.of(), false, "--help").out();
    int begin = help.indexOf("\nCommands:\n");
    List<String> commands = new ArrayList<>();
    COMMAND
        .matcher(help.substring(begin, help.indexOf("\nExit codes:\n")))
        .results()
        .forEach(match -> commands.add(match.group(1)));
    assertThat(commands).hasSizeGreaterThan(10);
    return commands;
  }

  @Test
  void the_help_of_the_program() {
    assertHelp("limbeck", Project.limbeck(folder, Map.of(), false, "--help"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void the_help_of_every_command(String command) {
    assertHelp(command, Project.limbeck(folder, Map.of(), false, command, "--help"));
  }

  private static void assertHelp(String name, Project.Printed printed) {
    assertThat(printed.exitCode()).isZero();
    assertThat(printed.err()).isEmpty();
    assertThat(printed.lines()).allMatch(line -> line.length() <= COLUMNS);
    Golden.assertSame("help/%s.txt".formatted(name), printed.out());
  }

  @Test
  void a_project_from_its_beginning() throws IOException {
    limbeck("init", "migrations");
    limbeck("revision", "-m", "Create accounts", "--rev-id", "1975ea83b712");
    write(
        "1975ea83b712_create_accounts.sql",
        "CREATE TABLE accounts (id INTEGER PRIMARY KEY, name TEXT NOT NULL);",
        "DROP TABLE accounts;");
    limbeck("revision", "-m", "Add emails", "--rev-id", "ae1027a6acf0");
    write(
        "ae1027a6acf0_add_emails.sql",
        "ALTER TABLE accounts ADD COLUMN email TEXT;",
        "ALTER TABLE accounts DROP COLUMN email;");
    limbeck("current");
    limbeck("upgrade", "--dry-run");
    limbeck("upgrade");
    limbeck("upgrade");
    limbeck("current");
    limbeck("current", "-v");
    limbeck("history");
    limbeck("history", "-i", "-v");
    new Project(folder).execute("INSERT INTO accounts (name, email) VALUES ('ada', 'a@b.c')");
    limbeck("downgrade", "-1");
    limbeck("downgrade", "-1", "--dry-run");
    limbeck("downgrade", "-1", "--confirm=app.db");
    limbeck("current", "--check-heads");
    limbeck("upgrade", "1975:head", "--sql", "--tag", "release 2");
    limbeck("upgrade", "-v");
    write(
        "ae1027a6acf0_add_emails.sql",
        "ALTER TABLE accounts ADD COLUMN mail TEXT;",
        "ALTER TABLE accounts DROP COLUMN mail;");
    limbeck("upgrade", "--tag", "release 2");
    limbeck("downgrade", "1975");
    limbeck("current", "--check-heads");
    limbeck("current", "--json");
    limbeck("stamp", "1975");
    limbeck("upgrade", "ea1027");
    limbeck("upgrad");

    Golden.assertSame("project.txt", transcript.toString());
  }

  @Test
  void a_history_with_branches() {
    Project.drawn(
        folder,
        "1975ea83b712 -> 27c6a30d7c24:shoppingcart -> 53fffde5ad5",
        "1975ea83b712 -> ae1027a6acf -> 53fffde5ad5",
        "3cac04ae8714:networking -> 109ec7d132bf(27c6a30d7c24)");

    limbeck("heads");
    limbeck("heads", "-v");
    limbeck("branches");
    limbeck("branches", "-v");
    limbeck("history");
    limbeck("history", "--graph");
    limbeck("upgrade");
    limbeck("upgrade", "networking@head");
    limbeck("current");
    limbeck("history", "--graph", "-i");
    limbeck("history", "-r", "1975:shoppingcart");
    limbeck("upgrade", "heads", "--atomic");
    limbeck("current");
    limbeck("downgrade", "networking@base");
    limbeck("show", "53fff");
    limbeck("show", "53fff", "--up");
    limbeck("show", "27c6", "--down");
    limbeck("show", "networking@53fff");
    limbeck("merge", "heads", "-m", "Join all", "--rev-id", "b699a0d2f4f5");
    limbeck("history", "--graph");

    Golden.assertSame("branches.txt", transcript.toString());
  }

  @Test
  void a_script_from_the_examples_models() throws IOException {
    environment.put("ALEMBIC_CONFIG", ProjectFolder.ofHedgeFund(folder).ini().toString());
    limbeck("-q", "upgrade", "head");
    transcript.setLength(0);

    limbeck(
        "revision", "--autogenerate", "-m", "Keys as in the models", "--rev-id", "6e1f4b9c2d70");
    limbeck("show", "head", "--up");
    limbeck("upgrade", "head");

    Golden.assertSame("models.txt", transcript.toString());
    String onTerminal = transcript.toString().replaceAll("(.{%d})(?=.)".formatted(COLUMNS), "$1\n");
    assertThat(Files.readString(Path.of("../docs/guide.md"))).contains(onTerminal.strip());
    assertThat(Files.readString(Path.of("../README.md")))
        .contains(onTerminal.substring(0, onTerminal.indexOf("\n\n")));
  }

  /** Both streams as a person sees them, but for what differs from run to run. */
  private void limbeck(String... words) {
    StringWriter both = new StringWriter();
    int exitCode =
        Main.run(
            new CliModule.World(
                new PrintWriter(both), new PrintWriter(both), environment, folder, false),
            words);
    transcript.append("$ limbeck");
    for (String word : words) {
      transcript.append(word.contains(" ") ? " '%s'".formatted(word) : " " + word);
    }
    transcript.append('\n');
    transcript.append(
        both.toString()
            .replace(folder.toString(), "/project")
            .replaceAll("\\d+ ms\\)|\\d+\\.\\d s\\)", "1 ms)")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "2026-01-02T03:04:05Z")
            .replaceAll("Create Date: .*", "Create Date: 2026-01-02 03:04:05")
            .replaceAll("\"created\":\"[^\"]*\"", "\"created\":\"2026-01-02 03:04:05\"")
            .replaceAll(" by \\S+@\\S+:", " by ada@engine:")
            .replaceAll("\"applied_by\":\"[^\"]*\"", "\"applied_by\":\"ada@engine\""));
    if (exitCode != 0) {
      transcript.append("[exit code %d]%n".formatted(exitCode));
    }
    transcript.append('\n');
  }

  /** Fills in the sections of a script that {@code revision} wrote. */
  private void write(String file, String up, String down) throws IOException {
    Path script = folder.resolve("migrations/versions").resolve(file);
    String header = Files.readString(script).replaceFirst("(?s)-- migrate:upgrade.*", "");
    Files.writeString(
        script,
        header + "-- migrate:upgrade\n%s\n\n-- migrate:downgrade\n%s\n".formatted(up, down));
  }
}
