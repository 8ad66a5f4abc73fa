package io.limbeck.adapter.jpa;

import io.limbeck.application.models.Ddl;
import io.limbeck.application.models.EntityMapper.Entities;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Entities as people have them: sources in folders, and what compilers and builds make of them. */
final class Models {
  static final Path SHOP = Path.of("src/test/resources/shop").toAbsolutePath();
  static final Path HEDGE_FUND =
      Path.of("../examples/hedge-fund/app/backend/database").toAbsolutePath().normalize();

  private Models() {}

  static Ddl ddl(Path place) {
    return ddl(place, "sqlite");
  }

  static Ddl ddl(Path place, String dialect, Path... classPath) {
    return ddl(new Entities(place, List.of(classPath), Map.of(), dialect));
  }

  static Ddl ddl(Entities entities) {
    return new HibernateMapper().ddl(entities);
  }

  /** Writes a source into the folder of its package, below {@code root}. */
  static Path source(Path root, String name, String text) {
    try {
      Path file = root.resolve(name.replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      int dot = name.lastIndexOf('.');
      return Files.writeString(
          file, dot < 0 ? text : "package " + name.substring(0, dot) + ";\n" + text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Compiles all sources below {@code sources} as a build would. */
  static Path compile(Path sources, Path classes, Path... classPath) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(sources)) {
      List<Path> all = found.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> path = new ArrayList<>(List.of(System.getProperty("java.class.path")));
      Stream.of(classPath).map(Path::toString).forEach(path::add);
      List<String> options =
          List.of(
              "-proc:none",
              "-d",
              Files.createDirectories(classes).toString(),
              "-cp",
              String.join(File.pathSeparator, path));
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(all))
              .call();
      if (!compiled) {
        throw new AssertionError(said.toString());
      }
      return classes;
    }
  }
}
