package io.limbeck.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.RevisionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts are read again when they changed, and only then. */
class WatchedFolderTest {
  @TempDir private Path folder;
  private Path a1;

  @BeforeEach
  void write_a_script() throws IOException {
    Files.createDirectory(folder.resolve("versions"));
    a1 = write("a1", "");
  }

  @Test
  void nothing_is_read_twice_while_nothing_changes() {
    WatchedFolder watched = watched(Duration.ZERO);

    assertThat(watched.get()).isSameAs(watched.get());
  }

  @Test
  void a_new_script_is_seen() throws IOException {
    WatchedFolder watched = watched(Duration.ZERO);
    Scripts before = watched.get();
    assertThat(before.graph().revisions()).hasSize(1);

    write("b2", "a1");

    assertThat(watched.get().graph().revisions()).hasSize(2);
    assertThat(before.graph().revisions()).hasSize(1);
  }

  @Test
  void an_edited_script_is_seen_even_if_it_is_as_long_as_before() throws IOException {
    WatchedFolder watched = watched(Duration.ZERO);
    assertThat(watched.get().graph().contains(new RevisionId("a1"))).isTrue();

    Files.writeString(a1, Files.readString(a1).replace("a1", "a2"));
    Files.setLastModifiedTime(a1, FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(watched.get().graph().contains(new RevisionId("a2"))).isTrue();
  }

  @Test
  void a_script_that_is_gone_is_gone() throws IOException {
    WatchedFolder watched = watched(Duration.ZERO);
    watched.get();

    Files.delete(a1);

    assertThat(watched.get().graph().revisions()).isEmpty();
  }

  @Test
  void it_is_not_looked_all_the_time() throws IOException {
    WatchedFolder watched = watched(Duration.ofHours(1));
    Scripts before = watched.get();

    write("b2", "a1");

    assertThat(watched.get()).isSameAs(before);
  }

  @Test
  void many_who_ask_at_once_get_the_same() {
    WatchedFolder watched = watched(Duration.ZERO);

    assertThat(IntStream.range(0, 50).parallel().mapToObj(reader -> watched.get()).distinct())
        .hasSize(1);
  }

  private WatchedFolder watched(Duration pause) {
    return new WatchedFolder(
        () ->
            new ScriptFolder(
                Calls.configuration(folder, "script_location = ."),
                folder,
                new LineFormat(),
                Instant::now),
        pause);
  }

  private Path write(String id, String parent) throws IOException {
    return Files.writeString(
        folder.resolve("versions/" + id + ".sql"),
        id + (parent.isEmpty() ? "" : " < " + parent) + "\n=\n");
  }
}
