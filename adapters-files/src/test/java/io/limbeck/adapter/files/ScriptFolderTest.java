package io.limbeck.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.script.Draft;
import io.limbeck.application.script.ScriptException;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFolderTest {
  @TempDir Path folder;
  private Path versions;
  private final LineFormat format = new LineFormat();

  @BeforeEach
  void versions() throws IOException {
    versions = Files.createDirectories(folder.resolve("versions"));
  }

  @Test
  void scripts_are_loaded_in_the_order_of_their_names() throws IOException {
    script("b.sql", "one");
    script("B.sql", "two < one");
    script("\uD83D\uDE00.sql", "four");
    script("\uFB00.sql", "three");
    script(".hidden.sql", "");
    script("c.sql.bak", "");
    script("readme.md", "");
    Files.createDirectories(versions.resolve("folder.sql"));

    assertThat(ids(folder())).containsExactly("two", "one", "three", "four");
  }

  @Test
  void folders_below_are_looked_into_if_configured_so() throws IOException {
    script("b.sql", "b");
    script("a/z.sql", "az");
    script("a/b/c.sql", "abc");
    script("0/a.sql", "0a");
    script(".git/a.sql", "");
    Files.createSymbolicLink(versions.resolve("a/up"), versions);

    assertThat(ids(folder())).containsExactly("b");
    assertThat(ids(folder("recursive_version_locations = true")))
        .containsExactly("b", "0a", "az", "abc");
  }

  @Test
  void locations_come_in_the_order_configured_and_no_file_twice() throws IOException {
    Files.createDirectories(folder.resolve("first"));
    Files.writeString(folder.resolve("first/z.sql"), "z");
    script("a.sql", "a");
    script("below/b.sql", "b");

    ScriptFolder scripts =
        folder(
            "version_locations = first:versions:versions/below",
            "recursive_version_locations = true");

    assertThat(ids(scripts)).containsExactly("z", "a", "b");
  }

  @Test
  void only_the_head_of_a_long_script_is_read_for_its_header() throws IOException {
    script("a.sql", "a\n=\n" + "x".repeat(100_000));
    script("b.sql", "b < a\n" + "more\n".repeat(10_000) + "=\n");

    ScriptFolder scripts = folder();

    assertThat(ids(scripts)).containsExactly("a", "b");
    assertThat(format.lengths).containsExactly(4, 50_008);
    assertThat(scripts.script(new RevisionId("a")).text()).hasSize(100_004);
    assertThat(scripts.script(new RevisionId("a"))).isSameAs(scripts.script(new RevisionId("a")));
  }

  @Test
  void ten_thousand_scripts_are_each_read_once_and_their_bodies_when_they_are_needed()
      throws IOException {
    for (int number = 0; number < 10_000; number++) {
      String parent = number == 0 ? "" : " < r%05d".formatted(number - 1);
      Files.writeString(
          versions.resolve("%05d.sql".formatted(number)), "r%05d%s\n=\n".formatted(number, parent));
    }
    ScriptFolder scripts = folder();

    assertThat(scripts.graph().heads()).containsExactly(new RevisionId("r09999"));
    assertThat(scripts.graph().baseFirst()).hasSize(10_000);
    assertThat(format.lengths).hasSize(10_000);
    assertThat(format.bodies).isEmpty();

    scripts.script(new RevisionId("r05000"));
    scripts.script(new RevisionId("r05000"));
    assertThat(format.bodies).containsExactly(versions.resolve("05000.sql").toString());
  }

  @Test
  void a_header_cut_inside_a_character_is_read_whole() throws IOException {
    script("a.sql", "a\n=\n" + "ä".repeat(10_000));
    script("b.sql", "b\n=\nx" + "ä".repeat(10_000));

    assertThat(ids(folder())).containsExactly("a", "b");
  }

  @Test
  void a_script_changed_after_it_was_loaded_is_not_run() throws IOException {
    Path file = script("a.sql", "a");
    ScriptFolder scripts = folder();
    scripts.graph();

    Files.writeString(file, "b");

    assertThatThrownBy(() -> scripts.script(new RevisionId("a")))
        .hasMessage("%s was changed while it was in use. Run again.", file);
  }

  @Test
  void an_id_present_twice_is_told_with_both_files() throws IOException {
    Path one = script("a.sql", "x");
    Path two = script("b.sql", "x");

    assertThatThrownBy(() -> folder().graph())
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            "Revision x is present more than once: in %s and in %s. Give one of them another id, or"
                + " remove it.",
            one, two);
  }

  @Test
  void a_parent_that_no_script_has_is_told_with_the_file() throws IOException {
    Path file = script("a.sql", "x < gone");

    assertThatThrownBy(() -> folder().graph())
        .hasMessage(
            "Revision gone referenced from x is not present: no script has that id (%s). Bring the"
                + " missing script back, or correct the line that names it.",
            file);
  }

  @Test
  void what_is_not_utf_8_is_told_with_its_place() throws IOException {
    Path file = versions.resolve("a.sql");
    Files.write(file, "a\nbä".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> folder().graph())
        .hasMessage("%s:2:2: This is not UTF-8. Save the script as UTF-8.", file);
    assertThat(ids(folder("output_encoding = latin-1"))).containsExactly("a");
  }

  @Test
  void the_replacement_character_itself_is_utf_8() throws IOException {
    script("a.sql", "a\n=\uFFFD");

    assertThat(ids(folder())).containsExactly("a");
  }

  @Test
  void a_link_that_leads_to_itself_or_nowhere_is_told() throws IOException {
    Path link = versions.resolve("a.sql");
    Files.createSymbolicLink(link, link);

    assertThatThrownBy(() -> folder().graph())
        .hasMessageStartingWith("%s cannot be read: ", link)
        .hasMessageEndingWith(". Make it readable, or take it out of the folder.");

    Files.delete(link);
    Files.createSymbolicLink(link, versions.resolve("gone"));
    assertThatThrownBy(() -> folder().graph())
        .hasMessage(
            "%s cannot be read: it does not exist. Make it readable, or take it out of the folder.",
            link);
  }

  @Test
  void what_the_file_system_says_ends_a_sentence() {
    assertThat(Trouble.of(new AccessDeniedException("a.sql"))).isEqualTo("access is denied");
    assertThat(Trouble.of(new NoSuchFileException("a.sql"))).isEqualTo("it does not exist");
    assertThat(Trouble.of(new FileSystemException("a.sql", null, "Too many links")))
        .isEqualTo("Too many links");
    assertThat(Trouble.of(new IOException("Input/output error"))).isEqualTo("Input/output error");
  }

  @Test
  void a_new_script_is_named_written_and_then_known() throws IOException {
    script("a.sql", "a");
    ScriptFolder scripts = folder();
    scripts.graph();

    Path file = scripts.write(draft(scripts, "b", "Add it", Optional.empty(), "a"));

    assertThat(file).isEqualTo(versions.resolve("b_add_it.sql")).hasContent("b < a\n=\nAdd it");
    assertThat(ids(scripts)).containsExactly("a", "b");
    assertThat(names()).containsExactly("a.sql", "b_add_it.sql");
  }

  @Test
  void a_clash_of_files_changes_nothing() throws IOException {
    Path file = script("b_.sql", "old");
    ScriptFolder scripts = folder();

    assertThatThrownBy(() -> scripts.write(draft(scripts, "b", "", Optional.empty())))
        .hasMessage(
            "%s already exists. Choose another revision id or message, or a file_template that"
                + " tells them apart.",
            file);
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("b_.sql");
  }

  @Test
  void a_script_that_cannot_be_written_leaves_nothing() throws IOException {
    ScriptFolder scripts =
        folder(
            "file_template = %%(year)d/%%(slug)s",
            "recursive_version_locations = true", "truncate_slug_length = 9999");

    assertThatThrownBy(() -> scripts.write(draft(scripts, "b", "x".repeat(300), Optional.empty())))
        .hasMessageContaining("cannot be written: ");
    assertThat(names()).isEmpty();

    ScriptFolder latin = folder("output_encoding = latin1");
    assertThatThrownBy(() -> latin.write(draft(latin, "b", "\u20AC", Optional.empty())))
        .hasMessageStartingWith("The script cannot be written as ISO-8859-1");
    assertThat(names()).isEmpty();
  }

  @Test
  void a_template_may_make_folders_only_where_they_are_looked_into() {
    ScriptFolder flat = folder("file_template = %%(year)d/%%(rev)s");
    ScriptFolder deep =
        folder("file_template = %%(year)d/%%(rev)s", "recursive_version_locations = true");
    ScriptFolder out = folder("file_template = ../%%(rev)s", "recursive_version_locations = true");

    assertThatThrownBy(() -> flat.write(draft(flat, "b", "", Optional.empty())))
        .hasMessageContaining("it makes folders, but recursive_version_locations is not true");
    assertThat(deep.write(draft(deep, "b", "", Optional.empty())))
        .isEqualTo(versions.resolve("2024/b.sql"));
    assertThatThrownBy(() -> out.write(draft(out, "b", "", Optional.empty())))
        .hasMessageContaining("it makes '../b.sql', which is no path below " + versions);
  }

  @Test
  void with_several_locations_a_script_goes_beside_its_parent_or_where_it_is_told()
      throws IOException {
    Files.createDirectories(folder.resolve("other/sub"));
    Files.writeString(folder.resolve("other/sub/a.sql"), "a");
    ScriptFolder scripts =
        folder("version_locations = versions:other", "recursive_version_locations = true");

    assertThat(scripts.write(draft(scripts, "b", "", Optional.empty(), "a")))
        .isEqualTo(folder.resolve("other/b_.sql"));
    assertThat(scripts.write(draft(scripts, "c", "", Optional.of(Path.of("versions")), "a")))
        .isEqualTo(versions.resolve("c_.sql"));
    assertThatThrownBy(() -> scripts.write(draft(scripts, "d", "", Optional.empty())))
        .hasMessage(
            "Multiple version locations present, please specify --version-path Name one of them:"
                + " %s, %s.",
            versions, folder.resolve("other"));
    assertThatThrownBy(
            () -> scripts.write(draft(scripts, "d", "", Optional.of(Path.of("other/sub")))))
        .hasMessageStartingWith(
            "Path other/sub is not represented in current version locations Name one of them: ");
  }

  @Test
  void an_unknown_encoding_is_told() {
    assertThatThrownBy(() -> folder("output_encoding = ebcdic-42 !"))
        .hasMessageContaining("output_encoding: 'ebcdic-42 !' is no known encoding.");
  }

  private ScriptFolder folder(String... lines) {
    String[] all =
        Stream.concat(Stream.of("script_location = ."), Arrays.stream(lines))
            .toArray(String[]::new);
    return new ScriptFolder(
        Calls.configuration(folder, all),
        folder,
        format,
        InstantSource.fixed(Instant.parse("2024-07-07T08:05:09Z")));
  }

  private Path script(String name, String text) throws IOException {
    Path file = versions.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Draft draft(
      ScriptFolder scripts, String id, String message, Optional<Path> folder, String... parents) {
    List<RevisionId> ids = Arrays.stream(parents).map(RevisionId::new).toList();
    return new Draft(
        new Revision(new RevisionId(id), ids, List.of(), List.of(), message),
        scripts.now(),
        folder);
  }

  private static List<String> ids(ScriptFolder scripts) {
    return scripts.graph().revisions().stream().map(revision -> revision.id().value()).toList();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(versions)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
