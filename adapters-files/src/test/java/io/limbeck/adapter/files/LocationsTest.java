package io.limbeck.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {
  @TempDir Path folder;
  private Path project;

  @BeforeEach
  void folders() throws IOException {
    project = Files.createDirectories(folder.resolve("project"));
    for (String name : List.of("one", "two", "with blank", "scripts/versions")) {
      Files.createDirectories(project.resolve(name));
    }
    Files.createDirectories(folder.resolve("elsewhere/versions"));
  }

  @Test
  void scripts_are_beside_the_configuration_or_else_below_the_working_directory() {
    assertThat(versions("script_location = scripts")).containsExactly(in("scripts/versions"));
    assertThat(versions("script_location = elsewhere"))
        .containsExactly(folder.resolve("elsewhere/versions"));
    assertThat(versions("script_location = %(here)s/scripts"))
        .containsExactly(in("scripts/versions"));
  }

  @Test
  void a_folder_that_is_nowhere_is_told_with_every_place_looked_at() {
    assertThatThrownBy(() -> versions("script_location = no"))
        .hasMessage(
            "Path doesn't exist: %s, nor %s. Please use the 'init' command to create a new scripts"
                + " folder, or correct script_location.",
            in("no"), folder.resolve("no"));
    assertThatThrownBy(() -> versions("script_location = one"))
        .hasMessageStartingWith("Path doesn't exist: %s.", in("one/versions"));
    assertThatThrownBy(() -> versions("x = y"))
        .hasMessage(
            "No 'script_location' key found in configuration. Set it in %s to the folder that holds"
                + " versions/.",
            project);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "os|one:two",
        "':'|one:two",
        ";|one;two",
        "space|one  two",
        "newline|one¶ two",
        "os  # Use os.pathsep.|one:two"
      })
  void several_folders_are_parted_as_configured(String separator, String locations) {
    for (String key : List.of("path_separator", "version_path_separator")) {
      assertThat(
              versions(
                  "version_locations = " + locations.replace("¶", "\n "),
                  key + " = " + separator.replace("'", "")))
          .containsExactly(in("one"), in("two"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"one two", "one,two", "one:two", "one, two, ./one", "one¶ two"})
  void without_a_separator_all_usual_ones_part_them(String locations) {
    assertThat(versions("version_locations = " + locations.replace("¶", "\n ")))
        .containsExactly(in("one"), in("two"));
  }

  @Test
  void a_folder_with_a_blank_needs_a_separator() {
    assertThat(versions("version_locations = with blank:one", "path_separator = os"))
        .containsExactly(in("with blank"), in("one"));
  }

  @Test
  void the_colon_of_a_windows_drive_parts_nothing() {
    assertThatThrownBy(() -> versions("version_locations = C:\\no:D:/no", "path_separator = :"))
        .hasMessageContaining("C:\\no, nor");
  }

  @Test
  void a_location_that_does_not_exist_is_an_error() {
    assertThatThrownBy(() -> versions("version_locations = one:no"))
        .hasMessage(
            "Path doesn't exist: %s, nor %s. Please use the 'init' command to create a new scripts"
                + " folder, or correct version_locations (path_separator says what parts them).",
            in("no"), folder.resolve("no"));
  }

  @Test
  void an_unknown_separator_is_an_error() {
    assertThatThrownBy(() -> versions("version_locations = one", "path_separator = pipe"))
        .hasMessageContaining(
            "'pipe' is not a valid value for path_separator; expected 'space', 'newline', 'os',"
                + " ':', ';'");
  }

  private List<Path> versions(String... lines) {
    return new Locations(Calls.configuration(project, lines), folder).versions();
  }

  private Path in(String path) {
    return project.resolve(path);
  }
}
