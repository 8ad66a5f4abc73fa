package io.limbeck.adapter.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.models.Ddl;
import io.limbeck.application.models.EntityMapper.Entities;
import io.limbeck.application.models.ModelsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityClassesTest {
  private static final String ENTITY = "@jakarta.persistence.Entity";
  private static final String ID = "@jakarta.persistence.Id";

  @TempDir Path folder;

  @Test
  void classes_say_what_their_sources_say() throws IOException {
    Path classes = Models.compile(Models.SHOP, folder.resolve("classes"));

    assertThat(Models.ddl(classes).text()).isEqualTo(Models.ddl(Models.SHOP).text());
  }

  @Test
  void a_jar_is_as_good_as_a_folder() throws IOException {
    Path classes = Models.compile(Models.HEDGE_FUND, folder.resolve("classes"));

    assertThat(Models.ddl(jar(classes)).text()).isEqualTo(Models.ddl(Models.HEDGE_FUND).text());
  }

  @Test
  void a_source_can_stand_alone() {
    Path file = Models.source(folder, "a.Cat", entity("Cat", "String name; Fur fur;"));
    Models.source(folder, "a.Fur", "enum Fur { SHORT, LONG }");

    assertThat(Models.ddl(file).text())
        .isEqualTo(
            """
            CREATE TABLE Cat (
              id INTEGER NOT NULL,
              name VARCHAR(255),
              fur TINYINT,
              PRIMARY KEY (id),
              CHECK (fur between 0 and 1)
            );
            """);
  }

  @Test
  void a_source_is_read_anew_each_time() throws IOException {
    Path file = Models.source(folder, "a.Cat", entity("Cat", "String name;"));
    Models.ddl(file);

    Files.writeString(file, Files.readString(file).replace("name", "title"));

    assertThat(Models.ddl(file).text()).contains("title VARCHAR(255)").doesNotContain("name");
  }

  @Test
  void what_entities_use_is_found_beside_their_folder() {
    Models.source(folder, "a.model.Cat", entity("Cat", "a.kinds.Fur fur;"));
    Models.source(folder, "a.kinds.Fur", "public enum Fur { SHORT, LONG }");

    assertThat(Models.ddl(folder.resolve("a/model")).text()).contains("fur TINYINT");
  }

  @Test
  void classes_between_the_entities_may_need_what_is_not_here() throws IOException {
    Models.source(folder.resolve("src"), "a.Cat", entity("Cat", "String name;"));
    Path other = folder.resolve("other");
    Models.source(other, "web.Controller", "public interface Controller {}");
    Path needed = Models.compile(other, folder.resolve("needed"));
    Models.source(
        folder.resolve("src"),
        "a.CatController",
        "class CatController implements web.Controller {}");

    Ddl ofSources = Models.ddl(folder.resolve("src"));
    Ddl ofClasses =
        Models.ddl(Models.compile(folder.resolve("src"), folder.resolve("classes"), needed));

    assertThat(ofSources.text()).startsWith("CREATE TABLE Cat (");
    assertThat(ofClasses.text()).isEqualTo(ofSources.text());
  }

  @Test
  void sources_that_lie_elsewhere_than_their_package_says_are_compiled_together() {
    Models.source(folder, "Cat", "package a.b; " + entity("Cat", "Fur fur;"));
    Models.source(folder, "Fur", "package a.b; enum Fur { SHORT, LONG }");

    assertThat(Models.ddl(folder).text()).contains("fur TINYINT");
  }

  @Test
  void sources_need_no_package() {
    Models.source(folder, "Cat", entity("Cat", "Fur fur;"));
    Models.source(folder, "Fur", "enum Fur { SHORT, LONG }");

    assertThat(Models.ddl(folder).text()).contains("fur TINYINT");
  }

  @Test
  void what_entities_need_besides_is_named() throws IOException {
    Path library = folder.resolve("library");
    Models.source(
        library,
        "lib.Named",
        "@jakarta.persistence.MappedSuperclass public class Named { protected String name; }");
    Path needed = Models.compile(library, folder.resolve("needed"));
    Path cat =
        Models.source(
            folder.resolve("src"),
            "a.Cat",
            ENTITY + " class Cat extends lib.Named { " + ID + " int id; }");
    Path classes = Models.compile(folder.resolve("src"), folder.resolve("classes"), needed);

    assertThat(Models.ddl(cat, "sqlite", needed).text()).contains("name VARCHAR(255)");
    assertThat(Models.ddl(classes, "sqlite", needed).text()).contains("name VARCHAR(255)");
    assertThatThrownBy(() -> Models.ddl(cat))
        .isInstanceOf(ModelsException.class)
        .hasMessage(
            "%s:2:50: package lib does not exist. Mend it; other jars and folders of classes that"
                + " the models need are named in models_class_path.",
            cat);
    assertThatThrownBy(() -> Models.ddl(classes))
        .isInstanceOf(ModelsException.class)
        .hasMessage(
            "The entities in %s need a class that is not there: lib/Named. Name the jar or folder"
                + " that has it in models_class_path.",
            classes);
  }

  @Test
  void processors_of_annotations_take_part() throws IOException {
    Path library = folder.resolve("library");
    Models.source(
        library,
        "lib.Maker",
        """
        import java.io.Writer;
        import java.util.Set;
        import javax.annotation.processing.*;
        import javax.lang.model.SourceVersion;
        import javax.lang.model.element.TypeElement;

        @SupportedAnnotationTypes("*")
        public class Maker extends AbstractProcessor {
          private boolean made;
          @Override public SourceVersion getSupportedSourceVersion() { return SourceVersion.latest(); }
          @Override public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
            if (!made) {
              made = true;
              try (Writer out = processingEnv.getFiler().createSourceFile("a.Made").openWriter()) {
                out.write("package a; enum Made { ONE, TWO, THREE }");
              } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
              }
            }
            return false;
          }
        }
        """);
    Path needed = Models.compile(library, folder.resolve("needed"));
    Path services = Files.createDirectories(needed.resolve("META-INF/services"));
    Files.writeString(services.resolve("javax.annotation.processing.Processor"), "lib.Maker");
    Path cat = Models.source(folder, "a.Cat", entity("Cat", "Made made;"));

    assertThat(Models.ddl(cat, "sqlite", needed).text()).contains("CHECK (made between 0 and 2)");
  }

  @Test
  void what_hibernate_is_told_otherwise_it_does() {
    Path cat = Models.source(folder, "a.Cat", entity("Cat", "String firstName;"));
    Map<String, String> settings =
        Map.of(
            "hibernate.physical_naming_strategy",
            "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");

    Ddl ddl = Models.ddl(new Entities(cat, List.of(), settings, "sqlite"));

    assertThat(ddl.text()).contains("CREATE TABLE cat (").contains("first_name VARCHAR(255)");
  }

  @Test
  void what_a_package_says_counts() throws IOException {
    Path sources = folder.resolve("src");
    Models.source(sources, "a.package-info", "");
    Files.writeString(
        sources.resolve("a/package-info.java"),
        "@org.hibernate.annotations.FilterDef(name = \"living\")\npackage a;\n");
    Models.source(
        sources,
        "a.Cat",
        ENTITY
            + " @org.hibernate.annotations.Filter(name = \"living\", condition = \"lives > 0\")"
            + " class Cat { "
            + ID
            + " int id; int lives; }");

    assertThat(Models.ddl(sources).text()).contains("lives INTEGER NOT NULL");
  }

  @Test
  void sources_that_do_not_compile_are_told_in_the_compilers_words() {
    Path cat =
        Models.source(folder, "a.Cat", "\n" + entity("Cat", "Strin name;\n  Lst<String> tags;"));

    assertThatThrownBy(() -> Models.ddl(cat))
        .isInstanceOf(ModelsException.class)
        .hasMessage(
            "%s:3:73: cannot find symbol; symbol: class Strin; location: class a.Cat. There is one"
                + " more error. Mend it; other jars and folders of classes that the models need"
                + " are named in models_class_path.",
            cat);
  }

  @Test
  void sources_that_cannot_be_parsed_are_told() {
    Path cat = Models.source(folder, "a.Cat", "class Cat { /* was: dog");

    assertThatThrownBy(() -> Models.ddl(cat))
        .isInstanceOf(ModelsException.class)
        .hasMessageStartingWith("%s:2:13: unclosed comment.".formatted(cat));
  }

  @Test
  void a_place_without_entities_is_told() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path none = Models.source(folder, "a.Cat", "class Cat {}");

    for (Path place : List.of(empty, none)) {
      assertThatThrownBy(() -> Models.ddl(place))
          .isInstanceOf(ModelsException.class)
          .hasMessage(
              "There is no entity in %s: no Java source and no class file there has"
                  + " jakarta.persistence.Entity. Set models to the folder or jar of the entities.",
              place);
    }
  }

  @Test
  void entities_that_make_no_sense_are_told_in_hibernates_words() {
    Path cat = Models.source(folder, "a.Cat", ENTITY + " class Cat { int id; }");

    assertThatThrownBy(() -> Models.ddl(cat))
        .isInstanceOf(ModelsException.class)
        .hasMessage(
            "The entities in %s cannot be mapped: Entity 'a.Cat' has no identifier (every '@Entity'"
                + " class must declare or inherit at least one '@Id' or '@EmbeddedId' property)."
                + " Mend the entity that is named there.",
            cat);
  }

  @Test
  void a_jar_that_is_none_is_told() throws IOException {
    Path jar = Files.writeString(folder.resolve("model.jar"), "no");

    assertThatThrownBy(() -> Models.ddl(jar))
        .isInstanceOf(ModelsException.class)
        .hasMessageStartingWith("%s cannot be read: ".formatted(jar))
        .hasMessageEndingWith("Make it readable, or name other models.");
  }

  @Test
  void a_source_that_is_not_text_is_told() throws IOException {
    Path file = Files.write(folder.resolve("Cat.java"), new byte[] {(byte) 0xff});

    assertThatThrownBy(() -> Models.ddl(file))
        .isInstanceOf(ModelsException.class)
        .hasMessageStartingWith("%s cannot be read: ".formatted(file));
  }

  @Test
  void a_database_that_entities_cannot_be_mapped_for_is_told() {
    assertThatThrownBy(() -> Models.ddl(Models.SHOP, "oracle"))
        .isInstanceOf(ModelsException.class)
        .hasMessage(
            "Entities cannot be mapped to tables of 'oracle'. Use one of sqlite, h2, postgresql, or"
                + " models that are DDL.");
  }

  private static String entity(String name, String fields) {
    return "%s class %s { %s int id; %s }".formatted(ENTITY, name, ID, fields);
  }

  private Path jar(Path classes) throws IOException {
    Path jar = folder.resolve("model.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, entries);
      }
    }
    return jar;
  }
}
