package io.limbeck.adapter.jpa;

import io.limbeck.application.models.Ddl;
import io.limbeck.application.models.EntityMapper.Entities;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HedgeFundTest {
  @Test
  void prints() {
    for (String dialect : List.of("sqlite", "h2", "postgresql")) {
      Ddl ddl =
          new HibernateMapper()
              .ddl(
                  new Entities(
                      Path.of("src/test/resources/shop").toAbsolutePath().normalize(),
                      List.of(),
                      Map.of(),
                      dialect));
      System.out.println(ddl.text() + ddl.hints());
    }
  }
}
