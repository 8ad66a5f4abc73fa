package io.limbeck.adapter.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.models.ModelsException;
import io.limbeck.domain.diff.RenameHint;
import io.limbeck.domain.diff.RenameHint.OfColumn;
import io.limbeck.domain.diff.RenameHint.OfTable;
import io.limbeck.domain.schema.Name;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintsTest {
  private static final String IMPORTS = "import jakarta.persistence.*; import java.util.*;\n";

  @TempDir Path folder;

  @Test
  void comments_stand_behind_what_they_are_about_or_alone_above_it() {
    List<RenameHint> hints =
        hints(
            """
            // was: persons
            /** Everybody we know. */
            @Entity
            @Table(name = "people")
            class Person {
              @Id int id; // was: number

              // was: surname
              @Column(name = "last_name", nullable = false)
              String lastName;

              @Column(length = 50) /* was: "Given Name" */
              String firstName = "// was: nothing";

              @Column(length = 9)
              // WAS: zip
              String postcode;

              @ManyToOne Person boss; // was: chief
            }
            """);

    assertThat(hints)
        .containsExactlyInAnyOrder(
            table("people", "persons"),
            column("people", "id", "number"),
            column("people", "last_name", "surname"),
            column("people", "firstName", "Given Name"),
            column("people", "postcode", "zip"),
            column("people", "boss_id", "chief"));
  }

  @Test
  void getters_have_hints_as_fields_have() {
    List<RenameHint> hints =
        hints(
            """
            @Entity
            class Person { // was: persons
              private int number;
              private boolean retired;

              // was: id
              @Id
              public int getNumber() {
                // was: here, but this is no hint
                return number;
              }

              void setNumber(int number) { this.number = number; }

              public boolean isRetired() { return retired; } // was: old

              void setRetired(boolean retired) { this.retired = retired; }
            }
            """);

    assertThat(hints)
        .containsExactlyInAnyOrder(
            table("Person", "persons"),
            column("Person", "number", "id"),
            column("Person", "retired", "old"));
  }

  @Test
  void a_hint_counts_wherever_its_class_is_used() {
    List<RenameHint> hints =
        hints(
            """
            @MappedSuperclass
            abstract class Kept {
              @Id int id;
              String editor; // was: author
            }

            @Entity
            class Person extends Kept {
              @Embedded Address home;
              @Embedded @AttributeOverride(name = "zip", column = @Column(name = "work_zip"))
              Address work;
            }

            @Entity
            class Firm extends Kept {
              @ElementCollection List<Address> sites; // was: Firm_places
            }

            @Embeddable
            class Address {
              String zip; // was: postcode
            }

            @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
            abstract class Animal {
              @Id int id;
              String name; // was: title
            }

            @Entity
            class Dog extends Animal {} // was: Hound
            """);

    assertThat(hints)
        .containsExactlyInAnyOrder(
            column("Person", "editor", "author"),
            column("Firm", "editor", "author"),
            column("Person", "zip", "postcode"),
            column("Person", "work_zip", "postcode"),
            column("Firm_sites", "zip", "postcode"),
            table("Firm_sites", "Firm_places"),
            column("Dog", "name", "title"),
            table("Dog", "Hound"));
  }

  @Test
  void nested_classes_have_hints_too() {
    assertThat(
            hints(
                """
                class Model {
                  // was: persons
                  @Entity static class Person {
                    @Id int id;
                    String name; // was: title
                  }
                }
                """))
        .containsExactlyInAnyOrder(
            table("Model$Person", "persons"), column("Model$Person", "name", "title"));
  }

  @Test
  void annotations_called_was_are_hints_in_classes() throws IOException {
    Models.source(
        folder,
        "own.Was",
        "import java.lang.annotation.*;\n"
            + "@Retention(RetentionPolicy.RUNTIME) public @interface Was { String value(); }");
    Models.source(
        folder,
        "a.Person",
        IMPORTS
            + """
            import own.Was;
            @Entity
            @Was("persons")
            class Person {
              @Id int id;
              @Was("surname") String lastName;
              String name;
              @Access(AccessType.PROPERTY) @Was("\\"Zip\\"") String getCode() { return ""; }
              void setCode(String code) {}
            }
            """);
    Path classes = Models.compile(folder, folder.resolve("classes"));

    List<RenameHint> expected =
        List.of(
            table("Person", "persons"),
            column("Person", "lastName", "surname"),
            column("Person", "code", "Zip"));

    assertThat(Models.ddl(classes).hints()).isEqualTo(expected);
    assertThat(Models.ddl(folder.resolve("a")).hints()).isEqualTo(expected);
  }

  @Test
  void comments_in_classes_without_a_mapping_are_none_of_our_business() {
    assertThat(
            hints(
                """
                @Entity class Person { @Id int id; Fur fur; }

                enum Fur { SHORT, LONG; static final int LIMIT = 3; /* was: 2 */ }
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Transient String x; // was: y                                | 6:22
          @OneToMany(mappedBy = "boss") List<Person> staff; // was: y   | 6:51
          @Embedded Two two; // was: y                                  | 6:20
          void set() {} // was: y                                       | 6:15
          // was: y                                                     | 6:1
          """)
  void a_hint_beside_what_is_neither_a_table_nor_a_column_is_told(String member, String place) {
    Path file =
        person(
            """
            @Entity class Person {
              @Id int id;
              @ManyToOne Person boss;
            %s
            }
            @Embeddable class Two { String a; String b; }
            """
                .formatted(member));

    assertThatThrownBy(() -> Models.ddl(file))
        .isInstanceOf(ModelsException.class)
        .hasMessage(
            "%s:%s: This hint stands beside nothing that is one table or one column. Put it behind"
                + " an entity or one of its fields, or alone in the line above.",
            file, place);
  }

  @Test
  void a_hint_that_is_no_name_is_told() {
    Path file = person("@Entity class Person {\n  @Id int id; // was: a or b\n}\n");

    assertThatThrownBy(() -> Models.ddl(file))
        .isInstanceOf(ModelsException.class)
        .hasMessage(
            "%s:4:15: 'a or b' is no name. Write the old name alone behind was:, in quotes if it"
                + " needs them.",
            file);
  }

  private List<RenameHint> hints(String text) {
    return Models.ddl(person(text)).hints();
  }

  private Path person(String text) {
    return Models.source(folder, "a.Person", IMPORTS + text);
  }

  private static RenameHint table(String now, String was) {
    return new OfTable(new Name(now), new Name(was));
  }

  private static RenameHint column(String table, String now, String was) {
    return new OfColumn(new Name(table), new Name(now), new Name(was));
  }
}
