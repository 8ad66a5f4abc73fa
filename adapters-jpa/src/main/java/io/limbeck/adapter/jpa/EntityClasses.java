package io.limbeck.adapter.jpa;

import io.limbeck.application.models.EntityMapper.Entities;
import io.limbeck.application.models.ModelsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The classes with mappings at one place, compiled just now or found compiled; to be closed. */
final class EntityClasses implements AutoCloseable {
  private static final String PACKAGE = ".package-info";

  private final Map<String, byte[]> files;
  private final Loader loader;
  private final List<SourceHint> hints;

  private EntityClasses(Map<String, byte[]> files, Loader loader, List<SourceHint> hints) {
    this.files = files;
    this.loader = loader;
    this.hints = hints;
  }

  /**
   * @throws ModelsException if they cannot be read or compiled
   */
  static EntityClasses of(Entities entities) {
    Path place = entities.place();
    List<Path> needed = entities.classPath();
    boolean jar = Files.isRegularFile(place) && place.toString().endsWith(".jar");
    JavaSources sources = jar ? JavaSources.none() : JavaSources.at(place);
    if (!sources.files().isEmpty()) {
      requireCompiler();
      Compilation.Result compiled = Compilation.of(sources, needed);
      return new EntityClasses(
          compiled.classes(), new Loader(compiled.classes(), needed), compiled.hints());
    }
    List<Path> all = new ArrayList<>(List.of(place));
    all.addAll(needed);
    return new EntityClasses(ClassFiles.at(place), new Loader(Map.of(), all), List.of());
  }

  /** Without its module there may not even be the class that one asks for a compiler. */
  private static void requireCompiler() {
    if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
      throw new ModelsException(
          "The models are Java sources, and the Java in %s has no compiler."
              .formatted(System.getProperty("java.home")),
          "Run Limbeck with a JDK, or set models to the folder or jar of the compiled classes.");
    }
  }

  ClassLoader loader() {
    return loader;
  }

  /**
   * {@return the classes that have mappings, sorted by their names}
   *
   * @throws NoClassDefFoundError if one needs a class that is not there
   */
  List<Class<?>> mapped() {
    List<Class<?>> mapped = new ArrayList<>();
    files.forEach((name, content) -> {
      if (!name.endsWith(PACKAGE) && ClassFiles.isMapped(content)) {
        mapped.add(loaded(name));
      }
    });
    return mapped;
  }

  private Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException("a class that was just found", impossible);
    }
  }

  /** {@return the names of the packages that say something about mappings, sorted} */
  List<String> packages() {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(PACKAGE))
        .filter(file -> ClassFiles.isMappedPackage(file.getValue()))
        .map(file -> file.getKey().substring(0, file.getKey().length() - PACKAGE.length()))
        .toList();
  }

  /** {@return what the comments of the sources say was renamed; nothing for compiled classes} */
  List<SourceHint> hints() {
    return hints;
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Finds a class among those just compiled, then in jars and folders. */
  private static final class Loader extends URLClassLoader {
    private final Map<String, byte[]> compiled;

    private Loader(Map<String, byte[]> compiled, List<Path> places) {
      super(
          places.stream().map(EntityClasses::url).toArray(URL[]::new),
          EntityClasses.class.getClassLoader());
      this.compiled = compiled;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] content = compiled.get(name);
      return content == null
          ? super.findClass(name)
          : defineClass(name, content, 0, content.length);
    }
  }

  private static URL url(Path place) {
    try {
      return place.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException("no URL of a file", impossible);
    }
  }
}
