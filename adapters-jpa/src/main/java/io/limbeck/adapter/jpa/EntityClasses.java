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
      Compilation.Result compiled = Compilation.of(sources, needed);
      return new EntityClasses(
          compiled.classes(), new Loader(compiled.classes(), needed), compiled.hints());
    }
    List<Path> all = new ArrayList<>(List.of(place));
    all.addAll(needed);
    return new EntityClasses(ClassFiles.at(place), new Loader(Map.of(), all), List.of());
  }

  ClassLoader loader() {
    return loader;
  }

  /** {@return the names of the classes that have mappings, sorted} */
  List<String> names() {
    return files.entrySet().stream()
        .filter(file -> !file.getKey().endsWith(PACKAGE) && ClassFiles.isMapped(file.getValue()))
        .map(Map.Entry::getKey)
        .toList();
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
