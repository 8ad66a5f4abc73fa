package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that do not do what they are asked: what is said, how the program ends, what stays. */
class UnusableDatabasesTest {
  private static final String FIRST =
      """
      CREATE TABLE made (name TEXT);
      INSERT INTO made VALUES ('kept');
      """;
  private static final String SECOND = "INSERT INTO made VALUES ('second');";

  // Takes a second or two for ten million, and writes one row.
  private static final String SLOW =
      """
      INSERT INTO made WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT 'slow' FROM n WHERE i = %d LIMIT 1;
      """;

  @TempDir private Path folder;
  private ProjectFolder project;

  @BeforeEach
  void make_a_project_with_one_revision_applied() {
    project = ProjectFolder.in(folder.resolve("project"), "lock_timeout = 300ms");
    project.script("r1", "", FIRST);
    assertThat(project.limbeck("upgrade", "head").exitCode()).isZero();
    project.script("r2", "r1", SECOND);
  }

  @Test
  void locked_for_longer_than_the_lock_timeout() throws Exception {
    project.script("r2", "r1", SLOW.formatted(1_000_000_000_000L));
    Content before = Content.of(project.database());
    try (ChildProgram other = new ChildProgram.Launcher(folder).start(project, "upgrade", "head")) {
      other.awaitSaying("Running upgrade r1 -> r2");

      assertRefused(
          7,
          "%s is locked: someone else has held its lock for 300 ms.",
          "Wait until the other program has finished, or allow more time with lock_timeout.");

      assertThat(project.limbeck("current").out()).isEqualTo("r1\n");
      other.kill();
    }
    assertThat(Content.of(project.database())).isEqualTo(before);
    project.script("r2", "r1", SECOND);
    assertThat(project.limbeck("upgrade", "head").exitCode()).isZero();
  }

  @Test
  void locked_for_less_than_the_lock_timeout() throws Exception {
    ProjectFolder patient = ProjectFolder.in(project.folder(), "lock_timeout = 60");
    patient.script("r2", "r1", SLOW.formatted(8_000_000));
    try (ChildProgram other = new ChildProgram.Launcher(folder).start(patient, "upgrade", "head")) {
      other.awaitSaying("Running upgrade r1 -> r2");

      ProjectFolder.Ran ran = patient.limbeck("upgrade", "head");

      assertThat(ran.exitCode()).as(ran.err()).isZero();
      assertThat(ran.err())
          .isEqualTo("INFO  [limbeck] Nothing to do: %s is at r2.\n", patient.database());
      assertThat(other.end()).as(other.err()).isZero();
    }
    assertThat(Content.query(project.database(), "SELECT name FROM made"))
        .containsExactly("kept", "slow");
    assertThat(Content.query(project.database(), "SELECT revision FROM limbeck_history"))
        .containsExactly("r1", "r2");
  }

  @Test
  void a_file_that_may_only_be_read() throws IOException {
    // Root may write to any file, but not SQLite to one whose own header forbids it.
    writeAt(18, 3);
    assertThat(project.database().toFile().setReadOnly()).isTrue();
    byte[] before = Files.readAllBytes(project.database());

    assertRefused(
        1,
        "%s cannot be written: it is read-only.",
        "Allow this user to write to the file and in its folder, or name another file.");

    assertThat(project.limbeck("current").out()).isEqualTo("r1\n");
    assertUntouched(before);
  }

  @Test
  void a_folder_that_is_missing() {
    Path missing = folder.resolve("not/there/app.db");

    assertThat(project.limbeck("--url", "sqlite:///" + missing, "upgrade", "head"))
        .isEqualTo(
            refusal(
                1,
                "%s cannot be made: there is no folder %s.".formatted(missing, missing.getParent()),
                "Make the folder, or correct the database URL."));

    assertThat(folder.resolve("not")).doesNotExist();
  }

  @Test
  void a_file_that_is_no_database() throws IOException {
    for (String text : new String[] {"notes\n", "These are notes.\n".repeat(1000)}) {
      Files.writeString(project.database(), text);

      assertIsNoDatabase();
    }
  }

  @Test
  void a_file_that_is_encrypted() throws IOException {
    byte[] noise = new byte[8192];
    new Random(1).nextBytes(noise);
    Files.write(project.database(), noise);

    assertIsNoDatabase();
  }

  private void assertIsNoDatabase() throws IOException {
    byte[] before = Files.readAllBytes(project.database());
    String problem = "%s is not a SQLite database, or it is encrypted.";
    String remedy = "Correct the database URL; an encrypted database must be decrypted first.";

    assertRefused(1, problem, remedy);
    assertRefused(1, problem, remedy, "current");

    assertUntouched(before);
  }

  @Test
  void a_disk_that_is_full() {
    Content before = Content.of(project.database());
    project.script(
        "r2",
        "r1",
        """
        PRAGMA max_page_count = 20;
        INSERT INTO made VALUES ('lost');
        INSERT INTO made VALUES (hex(randomblob(100000)));
        """);

    assertThat(project.limbeck("upgrade", "head"))
        .isEqualTo(
            refusal(
                "Running upgrade r1 -> r2, Message of r2",
                1,
                "%s cannot grow: its disk is full, or it has as many pages as its max_page_count allows."
                    .formatted(project.database()),
                "The database is as it was before this revision, at r1. Make room and run again."));

    assertThat(Content.of(project.database())).isEqualTo(before);
    assertThat(project.files()).containsExactly("alembic.ini", "app.db");
    project.script("r2", "r1", SECOND);
    assertThat(project.limbeck("upgrade", "head").exitCode()).isZero();
  }

  @Test
  void a_disk_that_takes_no_more_and_says_so_differently() throws Exception {
    Content before = Content.of(project.database());
    project.script(
        "r2",
        "r1",
        """
        INSERT INTO made WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000)
          SELECT printf('%1000d', i) FROM n;
        """);

    try (ChildProgram program =
        new ChildProgram.Launcher(folder).startLimited(400, project, "upgrade", "head")) {
      assertThat(new ProjectFolder.Ran(program.end(), "", program.err()))
          .isEqualTo(
              refusal(
                  "Running upgrade r1 -> r2, Message of r2",
                  1,
                  "%s cannot be read or written: its disk reports an error (SQLITE_IOERR_WRITE)."
                      .formatted(project.database()),
                  "The database is as it was before this revision, at r1. Look after the disk, or"
                      + " the network it is reached through, and run again."));
    }

    assertThat(project.files()).containsExactly("alembic.ini", "app.db");
    assertThat(Content.of(project.database())).isEqualTo(before);
  }

  @Test
  void a_file_whose_schema_is_damaged() throws IOException {
    // The kind of the page that holds the schema; no such kind exists.
    writeAt(100, 0xff);
    byte[] before = Files.readAllBytes(project.database());
    String problem = "%s is damaged: database disk image is malformed.";
    String remedy =
        "Restore it from a backup, or save what can be read with the sqlite3 shell's .recover.";

    assertRefused(1, problem, remedy);
    assertRefused(1, problem, remedy, "current");

    assertUntouched(before);
  }

  @Test
  void a_file_of_which_a_table_is_damaged() throws IOException {
    String page =
        Content.query(project.database(), "SELECT rootpage FROM sqlite_schema WHERE name = 'made'")
            .getFirst();
    writeAt((Long.parseLong(page) - 1) * 4096, 0xff);
    byte[] before = Files.readAllBytes(project.database());

    assertThat(project.limbeck("upgrade"))
        .isEqualTo(
            refusal(
                "Running upgrade r1 -> r2, Message of r2",
                1,
                "%s is damaged: database disk image is malformed.".formatted(project.database()),
                "The database is as it was before this revision, at r1. Restore it from a backup,"
                    + " or save what can be read with the sqlite3 shell's .recover."));

    assertThat(project.limbeck("current").out()).isEqualTo("r1\n");
    assertUntouched(before);
  }

  @Test
  void a_file_that_lost_its_end() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(project.database().toFile(), "rw")) {
      file.setLength(4096);
    }
    byte[] before = Files.readAllBytes(project.database());
    String problem = "%s is damaged: database disk image is malformed.";
    String remedy =
        "Restore it from a backup, or save what can be read with the sqlite3 shell's .recover.";

    assertRefused(1, problem, remedy);
    assertRefused(1, problem, remedy, "current");

    assertUntouched(before);
  }

  private void assertRefused(int exitCode, String problem, String remedy) {
    assertRefused(exitCode, problem, remedy, "upgrade");
  }

  private void assertRefused(int exitCode, String problem, String remedy, String command) {
    assertThat(project.limbeck(command))
        .isEqualTo(refusal(exitCode, problem.formatted(project.database()), remedy));
  }

  private static ProjectFolder.Ran refusal(int exitCode, String problem, String remedy) {
    return new ProjectFolder.Ran(exitCode, "", "FAILED: %s\n  %s\n".formatted(problem, remedy));
  }

  private static ProjectFolder.Ran refusal(
      String running, int exitCode, String problem, String remedy) {
    return new ProjectFolder.Ran(
        exitCode, "", "INFO  [limbeck] %s\nFAILED: %s\n  %s\n".formatted(running, problem, remedy));
  }

  private void assertUntouched(byte[] before) {
    assertThat(project.database()).hasBinaryContent(before);
    assertThat(project.files()).containsExactly("alembic.ini", "app.db");
  }

  private void writeAt(long position, int... bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(project.database().toFile(), "rw")) {
      file.seek(position);
      for (int value : bytes) {
        file.write(value);
      }
    }
  }
}
