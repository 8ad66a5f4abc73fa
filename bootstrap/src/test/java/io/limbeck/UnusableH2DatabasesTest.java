package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2's databases that do not do what they are asked, in the same ways and in H2's own. */
class UnusableH2DatabasesTest {
  private static final String SECOND = "INSERT INTO made VALUES ('second');";

  // Takes a second or two for a few million, and writes one row.
  private static final String SLOW =
      "INSERT INTO made SELECT MAX(SQRT(X)) FROM SYSTEM_RANGE(1, %d);";

  @TempDir private Path folder;
  private ProjectFolder project;

  @BeforeEach
  void make_a_project_with_one_revision_applied() {
    project = ProjectFolder.ofH2(folder.resolve("project"), "lock_timeout = 300ms");
    project.script("r1", "", "CREATE TABLE made (name VARCHAR(2000));");
    assertThat(project.limbeck("upgrade", "head").exitCode()).isZero();
    project.script("r2", "r1", SECOND);
  }

  @Test
  void opened_by_another_process_for_longer_than_the_lock_timeout() throws Exception {
    project.script("r2", "r1", SLOW.formatted(1_000_000_000_000L));
    try (ChildProgram other = new ChildProgram.Launcher(folder).start(project, "upgrade", "head")) {
      other.awaitSaying("Running upgrade r1 -> r2");

      String problem = "%s is locked: someone else has held its lock for 300 ms.";
      String remedy =
          "Wait until the other program has finished, or allow more time with lock_timeout.";
      assertRefused(7, problem, remedy, "upgrade");
      assertRefused(7, problem, remedy, "current");

      other.kill();
    }
    assertThat(project.limbeck("current").out()).isEqualTo("r1\n");
    project.script("r2", "r1", SECOND);
    assertThat(project.limbeck("upgrade", "head").exitCode()).isZero();
  }

  @Test
  void opened_by_another_process_for_less_than_the_lock_timeout() throws Exception {
    ProjectFolder patient = ProjectFolder.ofH2(project.folder(), "lock_timeout = 60");
    patient.script("r2", "r1", SLOW.formatted(4_000_000));
    try (ChildProgram other = new ChildProgram.Launcher(folder).start(patient, "upgrade", "head")) {
      other.awaitSaying("Running upgrade r1 -> r2");

      ProjectFolder.Ran ran = patient.limbeck("upgrade", "head");

      assertThat(ran.exitCode()).as(ran.err()).isZero();
      assertThat(ran.err())
          .isEqualTo("INFO  [limbeck] Nothing to do: %s is at r2.\n", patient.database());
      assertThat(other.end()).as(other.err()).isZero();
    }
  }

  @Test
  void a_file_that_may_only_be_read() throws IOException {
    byte[] before = Files.readAllBytes(project.database());

    assertThat(project.limbeck("--url", "jdbc:h2:./app;ACCESS_MODE_DATA=r", "upgrade"))
        .isEqualTo(
            refusal(
                1,
                "%s cannot be written: it is read-only.".formatted(project.database()),
                "Allow this user to write to the file and in its folder."));

    assertUntouched(before);
  }

  @Test
  void a_file_that_is_no_database_or_encrypted_or_damaged() throws IOException {
    byte[] right = Files.readAllBytes(project.database());
    byte[] noise = new byte[right.length];
    new Random(1).nextBytes(noise);
    byte[] cut = Arrays.copyOf(right, 5000);
    for (byte[] wrong : List.of("notes\n".getBytes(StandardCharsets.UTF_8), noise, cut)) {
      Files.write(project.database(), wrong);

      String problem = "%s is damaged, or no H2 database, or it is encrypted.";
      String remedy = "Restore it from a backup, or correct the database URL.";
      assertRefused(1, problem, remedy, "upgrade");
      assertRefused(1, problem, remedy, "current");

      assertUntouched(wrong);
    }
  }

  @Test
  void a_file_that_is_encrypted_with_another_password() throws IOException {
    Files.delete(project.database());
    String url = "jdbc:h2:./app;CIPHER=AES;USER=ada;PASSWORD=%s user";
    assertThat(project.limbeck("--url", url.formatted("right"), "upgrade", "r1").exitCode())
        .isZero();
    byte[] before = Files.readAllBytes(project.database());

    assertThat(project.limbeck("--url", url.formatted("wrong"), "upgrade"))
        .isEqualTo(
            refusal(
                1,
                "%s cannot be decrypted.".formatted(project.database()),
                "Correct CIPHER, and the file's password, which is the first word of PASSWORD, in"
                    + " the database URL."));

    assertUntouched(before);
  }

  @Test
  void a_disk_that_is_full() throws Exception {
    project.script(
        "r2", "r1", "INSERT INTO made SELECT RPAD('x', 1000, X) FROM SYSTEM_RANGE(1, 30000);");

    try (ChildProgram program =
        new ChildProgram.Launcher(folder).startLimited(2000, project, "upgrade", "head")) {
      assertThat(new ProjectFolder.Ran(program.end(), "", program.err()))
          .isEqualTo(
              new ProjectFolder.Ran(
                  1,
                  "",
                  """
                  INFO  [limbeck] Running upgrade r1 -> r2, Message of r2
                  FAILED: %s cannot be written: its disk is full, or reports an error.
                    The database is as it was before this revision, at r1. Make room, or look after the disk, and run again.
                  """
                      .formatted(project.database())));
    }

    assertThat(project.files()).containsExactly("alembic.ini", "app.mv.db");
    assertThat(project.limbeck("current").out()).isEqualTo("r1\n");
    project.script("r2", "r1", SECOND);
    assertThat(project.limbeck("upgrade", "head").exitCode()).isZero();
  }

  @Test
  void a_folder_in_which_no_file_can_be_made() {
    // Not even root can make a file in a file.
    Path file = project.ini().resolve("app.mv.db");

    assertThat(project.limbeck("--url", "jdbc:h2:" + project.ini() + "/app", "upgrade"))
        .isEqualTo(
            refusal(
                1,
                "%s cannot be read or written: its folder is a file.".formatted(file),
                "See that its folder exists and that this user may write in it, and that its disk"
                    + " is well and not full."));
  }

  private void assertRefused(int exitCode, String problem, String remedy, String command) {
    assertThat(project.limbeck(command))
        .isEqualTo(refusal(exitCode, problem.formatted(project.database()), remedy));
  }

  private static ProjectFolder.Ran refusal(int exitCode, String problem, String remedy) {
    return new ProjectFolder.Ran(exitCode, "", "FAILED: %s\n  %s\n".formatted(problem, remedy));
  }

  private void assertUntouched(byte[] before) {
    assertThat(project.database()).hasBinaryContent(before);
    assertThat(project.files()).containsExactly("alembic.ini", "app.mv.db");
  }
}
