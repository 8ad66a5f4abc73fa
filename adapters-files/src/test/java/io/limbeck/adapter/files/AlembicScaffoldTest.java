package io.limbeck.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.script.Scaffold.Item;
import io.limbeck.application.script.Scaffold.Item.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlembicScaffoldTest {
  @TempDir Path folder;

  @Test
  void makes_a_configuration_and_an_empty_folder_that_work() {
    List<Item> items = new AlembicScaffold(Calls.in(folder)).create(Path.of("db/migrations"));

    assertThat(items)
        .containsExactly(
            new Item(folder.resolve("db"), Kind.DIRECTORY_CREATED),
            new Item(folder.resolve("db/migrations"), Kind.DIRECTORY_CREATED),
            new Item(folder.resolve("db/migrations/versions"), Kind.DIRECTORY_CREATED),
            new Item(folder.resolve("alembic.ini"), Kind.FILE_CREATED));
    Configuration configuration = Configuration.of(Calls.in(folder));
    assertThat(new Locations(configuration, Path.of("/")).versions())
        .containsExactly(folder.resolve("db/migrations/versions"));
    assertThat(configuration.get("sqlalchemy.url")).contains("sqlite:///" + folder + "/app.db");
    assertThat(folder.resolve("alembic.ini"))
        .content()
        .startsWith("[alembic]\n")
        .contains("script_location = %(here)s/db/migrations\n")
        .contains("# file_template = %%(rev)s_%%(slug)s\n");
  }

  @Test
  void every_setting_that_is_commented_out_works_as_it_stands() throws IOException {
    new AlembicScaffold(Calls.in(folder)).create(Path.of("a"));
    Files.createDirectories(folder.resolve("one"));
    Files.createDirectories(folder.resolve("two"));
    Path ini = folder.resolve("alembic.ini");
    Files.writeString(ini, Files.readString(ini).replaceAll("(?m)^# (\\w+ =)", "$1"));

    Configuration configuration = Configuration.of(Calls.in(folder));

    assertThat(new Locations(configuration, folder).versions())
        .containsExactly(folder.resolve("one"), folder.resolve("two"));
    assertThat(configuration.get("file_template")).contains("%(rev)s_%(slug)s");
    assertThat(configuration.get("timezone")).contains("UTC");
    assertThat(configuration.get("lock_timeout")).contains("60s");
  }

  @Test
  void a_configuration_that_exists_stays_as_it_is() throws IOException {
    Path ini = Files.writeString(folder.resolve("my.ini"), "mine");
    Files.createDirectories(folder.resolve("100% there"));

    List<Item> items =
        new AlembicScaffold(Calls.named(folder, "my.ini")).create(Path.of("100% there"));

    assertThat(items).last().isEqualTo(new Item(ini, Kind.FILE_KEPT));
    assertThat(ini).hasContent("mine");
  }

  @Test
  void a_configuration_elsewhere_finds_the_folder_too() throws IOException {
    Files.createDirectories(folder.resolve("conf"));

    new AlembicScaffold(Calls.named(folder, "conf/my.ini")).create(Path.of("100% new"));

    Configuration configuration = Configuration.of(Calls.named(folder, "conf/my.ini"));
    assertThat(new Locations(configuration, Path.of("/")).versions())
        .containsExactly(folder.resolve("100% new/versions"));
  }

  @Test
  void a_folder_with_something_in_it_is_refused() throws IOException {
    Files.createDirectories(folder.resolve("full/x"));

    assertThatThrownBy(() -> new AlembicScaffold(Calls.in(folder)).create(Path.of("full")))
        .hasMessage(
            "Directory full already exists and is not empty Name another one, or empty it.");
    assertThat(folder.resolve("alembic.ini")).doesNotExist();
  }

  @Test
  void a_folder_that_cannot_be_made_leaves_nothing() throws IOException {
    Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> new AlembicScaffold(Calls.in(folder)).create(Path.of("file")))
        .hasMessageContaining(folder.resolve("file") + " cannot be made: ");
    assertThatThrownBy(
            () -> new AlembicScaffold(Calls.named(folder, "file/x.ini")).create(Path.of("new")))
        .hasMessageContaining("cannot be made");
    assertThat(folder.resolve("new")).doesNotExist();
    assertThat(folder.resolve("alembic.ini")).doesNotExist();
  }
}
