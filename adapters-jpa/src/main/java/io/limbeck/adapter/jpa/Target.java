package io.limbeck.adapter.jpa;

import io.limbeck.application.models.ModelsException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;

/** A kind of database that entities can be mapped for. */
enum Target {
  SQLITE {
    @Override
    Dialect dialect() {
      return new SQLiteDialect(DatabaseVersion.make(3));
    }
  },
  H2 {
    @Override
    Dialect dialect() {
      return new H2Dialect();
    }
  },
  POSTGRESQL {
    @Override
    Dialect dialect() {
      return new PostgreSQLDialect();
    }
  };

  abstract Dialect dialect();

  /**
   * @param scheme of the database's URL
   * @throws ModelsException if there is none for it
   */
  static Target of(String scheme) {
    return Arrays.stream(values())
        .filter(target -> target.name().equalsIgnoreCase(scheme))
        .findFirst()
        .orElseThrow(() ->
            new ModelsException(
                "Entities cannot be mapped to tables of '%s'.".formatted(scheme),
                "Use one of %s, or models that are DDL."
                    .formatted(
                        Arrays.stream(values())
                            .map(target -> target.name().toLowerCase(java.util.Locale.ROOT))
                            .collect(Collectors.joining(", ")))));
  }
}
