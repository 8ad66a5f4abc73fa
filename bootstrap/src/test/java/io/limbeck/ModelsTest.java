package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dagger.BindsInstance;
import dagger.Component;
import io.limbeck.adapter.files.FilesModule;
import io.limbeck.adapter.sqlite.SqliteModule;
import io.limbeck.application.Invocation;
import io.limbeck.application.models.Ddl;
import io.limbeck.application.models.EntityMapper;
import io.limbeck.application.models.EntityMapper.Entities;
import io.limbeck.application.models.Models;
import io.limbeck.application.models.ModelsException;
import io.limbeck.domain.diff.RenameHint;
import io.limbeck.domain.schema.Name;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models as the program finds them. */
class ModelsTest {
  private static final Path ENTITIES =
      Path.of("../examples/hedge-fund/app/backend/database").toAbsolutePath().normalize();

  @TempDir Path folder;
  private final List<Path> links = new ArrayList<>();

  @Singleton
  @Component(modules = {Foundations.class, FilesModule.class, SqliteModule.class})
  interface Program {
    Models models();

    @Component.Factory
    interface Factory {
      Program of(@BindsInstance Invocation invocation);
    }
  }

  @AfterEach
  void links_out_of_the_folder_go_before_it() throws IOException {
    for (Path link : links) {
      Files.delete(link);
    }
  }

  @Test
  void the_examples_models_are_the_entities_beside_its_configuration() {
    Ddl ddl = models(ProjectFolder.ofHedgeFund(folder)).ddl();

    assertThat(ddl.location())
        .isEqualTo("the DDL of the entities in %s", folder.resolve("app/backend/database"));
    assertThat(ddl.text())
        .contains("CREATE TABLE api_keys (", "CREATE TABLE hedge_fund_flow_run_cycles (")
        .contains("  FOREIGN KEY (flow_id) REFERENCES hedge_fund_flows (id)\n");
  }

  @Test
  void a_file_of_ddl_is_read_with_its_hints() throws IOException {
    Files.writeString(
        folder.resolve("models.sql"),
        "CREATE TABLE people (id INTEGER PRIMARY KEY); -- was: men\n");

    Ddl ddl = models(ProjectFolder.in(folder, "models = models.sql")).ddl();

    assertThat(ddl.text()).isEqualTo("CREATE TABLE people (id INTEGER PRIMARY KEY);\n");
    assertThat(ddl.hints())
        .containsExactly(new RenameHint.OfTable(new Name("people"), new Name("men")));
  }

  @Test
  void a_command_that_prints_ddl_is_as_good() {
    Ddl ddl =
        models(ProjectFolder.in(folder, "models = exec: echo 'CREATE TABLE people (id INTEGER);'"))
            .ddl();

    assertThat(ddl.text()).isEqualTo("CREATE TABLE people (id INTEGER);\n");
  }

  @Test
  void what_maps_entities_comes_from_a_folder_of_its_own() throws IOException {
    Entities entities = new Entities(ENTITIES, List.of(), Map.of(), "sqlite");
    Path jars = Files.createDirectory(folder.resolve("jpa"));
    for (Path part : classPath().filter(ModelsTest::isForEntities).toList()) {
      String name = part.toString().replace(File.separatorChar, '-');
      links.add(Files.createSymbolicLink(jars.resolve(name), part));
    }

    EntityMapper mapper = EntityMapping.mapper(jars, new WithoutEntities());

    assertThat(mapper.getClass().getClassLoader()).isNotSameAs(Main.class.getClassLoader());
    assertThat(mapper.ddl(entities).text())
        .isEqualTo(EntityMapping.mapper().ddl(entities).text())
        .contains("CREATE TABLE api_keys (");
  }

  @Test
  void a_program_without_what_maps_entities_says_so() {
    assertThatThrownBy(() -> EntityMapping.mapper(folder.resolve("jpa"), new WithoutEntities()))
        .isInstanceOf(ModelsException.class)
        .hasMessage(
            "This program cannot map entities: limbeck-adapters-jpa is not there. Add it to the"
                + " class path, or use models that are DDL.");
  }

  private static Stream<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of);
  }

  private static boolean isForEntities(Path part) {
    return Stream.of(
            "jpa", "hibernate", "jakarta.persistence", "jboss", "jakarta.xml", "transaction")
        .anyMatch(part.toString()::contains);
  }

  private static Models models(ProjectFolder project) {
    Map<String, String> environment = Map.of("PATH", System.getenv("PATH"));
    return DaggerModelsTest_Program.factory()
        .of(
            new Invocation(
                Optional.of(project.ini()),
                Invocation.DEFAULT_SECTION,
                Optional.empty(),
                Map.of(),
                environment,
                project.folder(),
                Optional.empty()))
        .models();
  }

  /** The program's classes; neither what maps entities, nor what Hibernate is to do without. */
  private static final class WithoutEntities extends ClassLoader {
    private WithoutEntities() {
      super(Main.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (Stream.of(
              "io.limbeck.adapter.jpa.",
              "org.hibernate.",
              "jakarta.persistence.",
              "net.bytebuddy.",
              "org.antlr.")
          .anyMatch(name::startsWith)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.endsWith(EntityMapper.class.getName())
          ? Collections.emptyEnumeration()
          : super.getResources(name);
    }
  }
}
