package io.limbeck;

import io.limbeck.application.models.EntityMapper;
import io.limbeck.application.models.ModelsException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds what maps entities; its jars are large. */
final class EntityMapping {
  private EntityMapping() {}

  /**
   * @throws ModelsException if there is none
   */
  static EntityMapper mapper() {
    return found(LateService.find(EntityMapper.class, "jpa"));
  }

  /**
   * @param folder of jars; without it the mapper is taken from the class path
   * @param own the loader of the program
   */
  static EntityMapper mapper(Path folder, ClassLoader own) {
    return found(LateService.find(EntityMapper.class, folder, own));
  }

  private static EntityMapper found(Optional<EntityMapper> mapper) {
    return mapper.orElseThrow(() ->
        new ModelsException(
            "This program cannot map entities: limbeck-adapters-jpa is not there.",
            "Add it to the class path, or use models that are DDL."));
  }
}
