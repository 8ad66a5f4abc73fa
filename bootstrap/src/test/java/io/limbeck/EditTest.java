package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Project.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code edit} */
class EditTest {
  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void draw() {
    project = Project.drawn(folder.resolve("a project"), "a1 -> b2", "a1 -> c3");
  }

  /** {@return an editor that writes down the files it is asked to open} */
  private Path editor(String name) throws IOException {
    Path editor = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(
        editor,
        "#!/bin/sh\nfor file; do echo \"$file\" >> '%s'; done\n"
            .formatted(folder.resolve(name + ".log")));
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwxr-xr-x"));
    return editor;
  }

  private String opened(String editor) throws IOException {
    return Files.readString(folder.resolve(editor + ".log"));
  }

  @Test
  void the_scripts_are_opened_in_the_editor() throws Exception {
    String editor = editor("ed").toString();

    Printed printed = project.limbeck(Map.of("EDITOR", editor, "VISUAL", "false"), "edit", "heads");

    assertThat(printed).isEqualTo(new Printed(0, "", ""));
    assertThat(opened("ed"))
        .isEqualTo("%s\n%s\n".formatted(project.script("b2"), project.script("c3")));
  }

  @Test
  void visual_comes_second_and_may_have_options() throws Exception {
    String editor = editor("vi").toString();

    project.limbeck(Map.of("EDITOR", " ", "VISUAL", editor + " --wait"), "edit", "a1");

    assertThat(opened("vi")).isEqualTo("--wait\n%s\n".formatted(project.script("a1")));
  }

  @Test
  void without_either_an_editor_that_is_installed_is_taken() throws Exception {
    Path editor = editor("nano");
    String path = folder.resolve("nowhere") + "::" + editor.getParent();

    Printed printed = project.limbeck(Map.of("PATH", path), "edit", "a1");

    assertThat(printed).isEqualTo(new Printed(0, "", ""));
    assertThat(opened("nano")).isEqualTo(project.script("a1") + "\n");
  }

  @Test
  void without_any_editor_it_is_said_what_was_looked_for() {
    assertThat(project.limbeck("edit", "a1"))
        .isEqualTo(
            new Printed(
                1,
                "",
                """
                FAILED: Neither EDITOR nor VISUAL is set, and none of sensible-editor, editor, nano, vim, code is installed
                  Set EDITOR, for example: EDITOR=nano.
                """));
  }

  @Test
  void an_editor_that_fails_is_told() {
    assertThat(project.limbeck(Map.of("EDITOR", "exit 3; :"), "edit", "a1").err())
        .isEqualTo(
            """
            FAILED: Error executing editor (exit 3; : ended with status 3)
              Open the script again, or set EDITOR to another program.
            """);
    assertThat(project.limbeck(Map.of("EDITOR", "no-such-editor 2>&-"), "edit", "a1").err())
        .isEqualTo(
            """
            FAILED: Error executing editor (no-such-editor 2>&- ended with status 127)
              Set EDITOR to a program that is installed.
            """);
  }

  @Test
  void nothing_to_open_is_told() {
    assertThat(project.limbeck(Map.of("EDITOR", "true"), "edit", "current").err())
        .isEqualTo("FAILED: No current revisions\n  Name a revision that has a script.\n");
    assertThat(project.limbeck(Map.of("EDITOR", "true"), "edit", "base").err())
        .startsWith("FAILED: No revision files indicated by symbol 'base'\n");
  }
}
