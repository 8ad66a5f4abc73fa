package io.limbeck.adapter.jpa;

import jakarta.persistence.Entity;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;

/** The jars with the annotations that entities have: what comes with Limbeck. */
final class OwnClassPath {
  private OwnClassPath() {}

  /** {@return those jars, and then {@code others}} */
  static List<Path> with(List<Path> others) {
    List<Path> all = new ArrayList<>();
    all.add(jarOf(Entity.class));
    all.add(jarOf(ColumnDefault.class));
    all.addAll(others);
    return all;
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("no URI from the class path", impossible);
    }
  }
}
