package io.limbeck.application.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Knows the tables that entities, classes with annotations, are kept in. */
public interface EntityMapper {

  /**
   * {@return the DDL of the tables that {@code entities} are mapped to}
   *
   * @throws ModelsException if there are none, or they cannot be read, compiled or mapped
   */
  Ddl ddl(Entities entities);

  /**
   * Where entities are, and for what.
   *
   * @param place a folder, a jar or a Java source; absolute, and there
   * @param classPath the jars and folders of classes that the entities need besides; absolute, and
   *     there; may be empty
   * @param settings of the mapper itself, by its own names; may be empty
   * @param dialect the kind of database, as the scheme of its URL
   */
  record Entities(Path place, List<Path> classPath, Map<String, String> settings, String dialect) {
    public Entities {
      classPath = List.copyOf(classPath);
      settings = Map.copyOf(settings);
    }
  }
}
