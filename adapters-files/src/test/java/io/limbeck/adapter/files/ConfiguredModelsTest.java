package io.limbeck.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.models.Ddl;
import io.limbeck.application.models.DdlFormat;
import io.limbeck.application.models.EntityMapper;
import io.limbeck.application.models.EntityMapper.Entities;
import io.limbeck.application.models.ModelsException;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.diff.Silence;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredModelsTest {
  private static final String CHOICE =
      "a file of DDL (models.sql), a folder, a jar or a .java source of JPA entities, or exec: and"
          + " a command that prints DDL";
  private static final DdlFormat WHOLE_TEXT =
      (text, location) ->
          new Ddl(location, List.of(new Statement(text, 1)), Silence.none(), List.of());

  @TempDir Path temporary;
  private Path folder;
  private final List<Entities> mapped = new ArrayList<>();

  @BeforeEach
  void the_configuration_is_not_in_the_working_directory() throws IOException {
    folder = Files.createDirectory(temporary.resolve("app"));
  }

  @Test
  void a_file_of_ddl_is_beside_the_configuration_unless_its_path_is_absolute() throws IOException {
    Path file = Files.writeString(folder.resolve("models.sql"), "CREATE TABLE ä (b);");

    Ddl relative = models("models = models.sql").ddl();
    Ddl absolute = models("models = " + file).ddl();
    Ddl interpolated = models("models = %(here)s/models.sql").ddl();

    assertThat(relative.text()).isEqualTo("CREATE TABLE ä (b);;\n");
    assertThat(relative.location()).isEqualTo(file.toString());
    assertThat(List.of(absolute, interpolated))
        .extracting(Ddl::location, Ddl::statements)
        .containsOnly(tuple(relative.location(), relative.statements()));
  }

  @Test
  void a_file_of_ddl_is_read_anew_each_time() throws IOException {
    ConfiguredModels models = models("models = models.sql");
    Files.writeString(folder.resolve("models.sql"), "a");
    models.ddl();

    Files.writeString(folder.resolve("models.sql"), "b");

    assertThat(models.ddl().statements()).containsExactly(new Statement("b", 1));
  }

  @Test
  void a_command_is_run_by_the_shell_beside_the_configuration() throws IOException {
    Files.writeString(folder.resolve("a.sql"), "CREATE TABLE a (b);");

    Ddl ddl = models("models = exec: cat a.sql && echo \"-- $NAME\" && echo warned >&2").ddl();

    assertThat(ddl.statements()).containsExactly(new Statement("CREATE TABLE a (b);-- world\n", 1));
    assertThat(ddl.location())
        .isEqualTo("the output of 'cat a.sql && echo \"-- $NAME\" && echo warned >&2'");
  }

  @Test
  void a_command_may_write_more_than_a_pipe_holds_on_both_streams() {
    String much =
        "i=0; while [ $i -lt 20000 ]; do echo 0123456789; echo 0123456789 >&2; "
            + "i=$((i+1)); done";

    assertThat(models("models = exec: " + much).ddl().statements().getFirst().sql())
        .hasSize(20_000 * 11);
  }

  @Test
  void a_command_that_fails_is_told_with_its_last_words() {
    String command = "for i in 1 2 3 4 5 6; do echo line $i >&2; done; echo >&2; exit 3";

    assertThatThrownBy(() -> models("models = exec: " + command).ddl())
        .isInstanceOfSatisfying(
            ModelsException.class,
            failure -> {
              assertThat(failure.problem())
                  .isEqualTo(
                      """
                      '%s' ended with exit status 3; it said:
                          line 2
                          line 3
                          line 4
                          line 5
                          line 6\
                      """,
                      command);
              assertThat(failure.remedy()).isEqualTo("It was run in %s; mend it there.", folder);
            });
    assertThatThrownBy(() -> models("models = exec: exit 1").ddl())
        .hasMessage("'exit 1' ended with exit status 1. It was run in %s; mend it there.", folder);
  }

  @Test
  void a_command_that_prints_nothing_is_told() {
    assertThatThrownBy(() -> models("models = exec: echo; echo oops >&2").ddl())
        .isInstanceOf(ModelsException.class)
        .hasMessage(
            "'echo; echo oops >&2' printed nothing; it said:\n    oops Have it print the models'"
                + " DDL, CREATE TABLE statements, on standard output.");
  }

  @Test
  void a_command_that_prints_no_text_is_told() {
    assertThatThrownBy(() -> models("models = exec: printf '\\377'").ddl())
        .isInstanceOf(ModelsException.class)
        .hasMessage("'printf '\\377'' printed something that is not UTF-8. Have it print UTF-8.");
  }

  @Test
  void a_command_without_a_shell_to_run_it_is_an_error_that_says_so() {
    ModelsCommand command = new ModelsCommand("echo", folder, Map.of(), "no-such-shell");

    assertThatThrownBy(command::output)
        .isInstanceOf(ModelsException.class)
        .hasMessageStartingWith("'echo' cannot be run by the shell no-such-shell: Cannot run")
        .hasMessageEndingWith(
            " exec: needs that shell on the PATH; without one, write the DDL to a file and name"
                + " that.");
  }

  @Test
  void an_interrupt_ends_a_command() throws IOException, InterruptedException {
    ConfiguredModels models = models("models = exec: echo $$ > pid; exec sleep 600");
    List<Throwable> failures = new ArrayList<>();
    Thread running =
        Thread.ofPlatform()
            .start(() -> {
              try {
                models.ddl();
              } catch (ModelsException failure) {
                failures.add(failure);
              }
            });
    Path pid = folder.resolve("pid");
    while (!Files.exists(pid) || Files.size(pid) == 0) {
      Thread.sleep(5);
    }

    running.interrupt();
    running.join(Duration.ofSeconds(20));

    assertThat(failures)
        .singleElement()
        .extracting(Throwable::getMessage)
        .isEqualTo("Interrupted while 'echo $$ > pid; exec sleep 600' was running. Run again.");
    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .ifPresent(sleeping -> sleeping.onExit().join());
  }

  @Test
  void entities_are_mapped_for_the_database_in_use() throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path jar = Files.createFile(folder.resolve("model.jar"));
    Path source = Files.createFile(folder.resolve("Flow.java"));
    String url = "sqlalchemy.url = sqlite:///x.db";

    models("models = classes", url).ddl();
    models("models = model.jar", "sqlalchemy.url = jdbc:h2:mem:x").ddl();
    models("models = Flow.java", url).ddl();

    assertThat(mapped)
        .containsExactly(
            new Entities(classes, List.of(), Map.of(), "sqlite"),
            new Entities(jar, List.of(), Map.of(), "h2"),
            new Entities(source, List.of(), Map.of(), "sqlite"));
  }

  @Test
  void the_mapper_gets_its_settings_and_what_the_classes_need() throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path lib = Files.createDirectory(folder.resolve("lib"));
    Path two = Files.createFile(lib.resolve("two.jar"));
    Path one = Files.createFile(lib.resolve("one.jar"));
    Files.createFile(lib.resolve("readme.txt"));
    Path other = Files.createFile(temporary.resolve("other.jar"));

    models(
            "models = classes",
            "models_class_path = lib/*" + File.pathSeparator + "../other.jar",
            "  " + classes,
            "hibernate.Physical_Naming_Strategy = a.b.C",
            "sqlalchemy.url = sqlite://")
        .ddl();

    assertThat(mapped)
        .containsExactly(
            new Entities(
                classes,
                List.of(one, two, other, classes),
                Map.of("hibernate.physical_naming_strategy", "a.b.C"),
                "sqlite"));
  }

  @Test
  void models_that_are_not_configured_are_told_with_the_ways_out() {
    assertThatThrownBy(() -> models("models =").ddl())
        .isInstanceOf(ModelsException.class)
        .hasMessage(
            "Can't proceed with --autogenerate option; %s does not name the models. Set models in"
                + " it to %s.",
            folder.resolve("alembic.ini"), CHOICE);
  }

  @Test
  void models_that_are_not_there_are_told() {
    assertThatThrownBy(() -> models("models = model/classes").ddl())
        .isInstanceOf(ModelsException.class)
        .hasMessage(
            "There are no models at %s, which %s names. Set models to %s.",
            folder.resolve("model/classes"), folder.resolve("alembic.ini"), CHOICE);
  }

  @Test
  void what_the_classes_need_has_to_be_there() throws IOException {
    Files.createDirectory(folder.resolve("classes"));

    for (String entry : List.of("lib", "lib/*")) {
      assertThatThrownBy(() -> models("models = classes", "models_class_path = " + entry).ddl())
          .isInstanceOf(ModelsException.class)
          .hasMessage(
              "There is no %s, which models_class_path names in %s. Name jars and folders of"
                  + " classes, parted by '%s'.",
              folder.resolve("lib"), folder.resolve("alembic.ini"), File.pathSeparator);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"models.txt", "models.class", "models"})
  void what_is_no_kind_of_models_is_told(String name) throws IOException {
    Path file = Files.createFile(folder.resolve(name));

    assertThatThrownBy(() -> models("models = " + name).ddl())
        .hasMessage(
            "%s:2: models: %s is none of what models can be: %s. Set it to something else, or"
                + " remove it.",
            folder.resolve("alembic.ini"), file, CHOICE);
  }

  @Test
  void a_command_has_to_be_named() {
    assertThatThrownBy(() -> models("models = exec:").ddl())
        .hasMessage(
            "%s:2: models: there is no command behind exec:. Set it to something else, or remove"
                + " it.",
            folder.resolve("alembic.ini"));
  }

  @Test
  void a_file_that_is_not_text_is_told() throws IOException {
    Path file = Files.write(folder.resolve("models.sql"), new byte[] {'a', (byte) 0xff});

    assertThatThrownBy(() -> models("models = models.sql").ddl())
        .isInstanceOf(ModelsException.class)
        .hasMessage("%s is not UTF-8. Save it as UTF-8.", file);
  }

  private ConfiguredModels models(String... lines) {
    Configuration configuration = Calls.configuration(folder, lines);
    EntityMapper mapper =
        entities -> {
          mapped.add(entities);
          return WHOLE_TEXT.read("", entities.place().toString());
        };
    return new ConfiguredModels(
        configuration,
        Calls.with(temporary, Map.of(), Map.of("NAME", "world", "PATH", System.getenv("PATH"))),
        WHOLE_TEXT,
        () -> mapper,
        () ->
            new DatabaseConfiguration(configuration, Calls.in(temporary))
                .settings(new DatabaseSettings.Signature("me@here", "1"), InstantSource.system()));
  }
}
