package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was generated and applied is not generated again, and is undone without a trace. */
class GeneratedTwiceTest {
  @TempDir Path folder;
  private ProjectFolder project;

  @BeforeEach
  void write_a_project() {
    project = ProjectFolder.in(folder, "models = models.sql");
    project.script(
        "a",
        "",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, age INTEGER, size INTEGER);"
            + " CREATE TABLE v (id INTEGER PRIMARY KEY);");
    run("upgrade", "head");
    Content.execute(project.database(), "INSERT INTO t VALUES (1, 7, 8)");
  }

  @Test
  void constraints_whose_names_would_be_the_same_are_numbered() throws IOException {
    models(
        """
        CREATE TABLE t (
          id INTEGER PRIMARY KEY,
          age INTEGER CHECK (age >= 0) CHECK (age < 200),
          size INTEGER REFERENCES t (id) REFERENCES v (id),
          CHECK (age + size > 0)
        );
        CREATE TABLE v (id INTEGER PRIMARY KEY);
        CREATE TABLE u (id INTEGER PRIMARY KEY, n INTEGER CHECK (n > 1) CHECK (n < 9));
        """);
    Content.execute(project.database(), "UPDATE t SET size = NULL");

    String script = generated();

    assertThat(script)
        .contains(
            "ALTER TABLE t ADD CONSTRAINT t_age_check CHECK (age < 200);",
            "ALTER TABLE t ADD CONSTRAINT t_age_check1 CHECK (age >= 0);",
            "ALTER TABLE t ADD CONSTRAINT t_check CHECK (age + size > 0);",
            "CONSTRAINT t_size_fkey1 FOREIGN KEY",
            "u_n_check1");
  }

  @Test
  void one_more_check_on_a_column_takes_the_next_number() throws IOException {
    models(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, age INTEGER CHECK (age > 0), size INTEGER);"
            + " CREATE TABLE v (id INTEGER PRIMARY KEY);");
    generatedAndApplied();
    models(
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, age INTEGER CHECK (age < 9) CHECK (age > 0),
          size INTEGER);
        CREATE TABLE v (id INTEGER PRIMARY KEY);
        """);

    assertThat(generated())
        .contains("ALTER TABLE t ADD CONSTRAINT t_age_check1 CHECK (age < 9);")
        .contains("ALTER TABLE t DROP CONSTRAINT t_age_check1;");
  }

  @Test
  void checks_that_hibernate_makes_for_enums_and_kinds_are_found_equal_after() throws IOException {
    project = ProjectFolder.in(folder, "models = Shapes.java", "exclude = v");
    Files.writeString(
        folder.resolve("Shapes.java"),
        """
        import jakarta.persistence.*;

        @Entity
        @Table(name = "t")
        class Thing {
          enum Colour { RED, GREEN }

          @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
          Integer age;
          Integer size;
          @Enumerated(EnumType.STRING) Colour name;
          @Enumerated(EnumType.ORDINAL) Colour number;
          Boolean round;
        }

        @Entity
        @Table(name = "shapes")
        @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
        @DiscriminatorColumn(name = "kind")
        class Shape {
          @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
        }

        @Entity
        @DiscriminatorValue("it's square")
        class Square extends Shape {}
        """);

    assertThat(generated()).contains("CHECK", "'RED'", "'it''s square'");
  }

  /** Generates, and sees that it is proven, applied, complete, and undone. */
  private String generated() throws IOException {
    String before = schema();
    String script = generatedAndApplied();
    run("downgrade", "-1");
    assertThat(schema()).isEqualTo(before);
    run("drift");
    return script;
  }

  private String generatedAndApplied() throws IOException {
    String id = "r" + System.nanoTime();
    run("revision", "--autogenerate", "-m", "x", "--rev-id", id);
    run("upgrade", "head");
    run("check");
    assertThat(project.limbeck("revision", "--autogenerate", "-m", "Again").err())
        .endsWith("INFO  [limbeck] No changes in schema detected; nothing is written.\n");
    run("drift");
    run("verify");
    return Files.readString(folder.resolve("versions/%s_x.sql".formatted(id)));
  }

  private String schema() {
    return Content.query(
            project.database(),
            "SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'limbeck%' AND sql IS NOT NULL"
                + " ORDER BY name")
        .toString();
  }

  private void models(String ddl) throws IOException {
    Files.writeString(folder.resolve("models.sql"), ddl);
  }

  private void run(String... words) {
    ProjectFolder.Ran ran = project.limbeck(words);
    assertThat(ran.exitCode()).as("%s %s", ran.out(), ran.err()).isZero();
  }
}
