package io.limbeck.adapter.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.models.Ddl;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HedgeFundTest {

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "h2"})
  void the_four_models_are_the_tables_of_the_revisions_as_the_code_expects_them(String dialect)
      throws IOException {
    Ddl ddl = Models.ddl(Models.HEDGE_FUND, dialect);

    Golden.assertSame("hedge_fund_%s.sql".formatted(dialect), ddl.text());
    assertThat(ddl.hints()).isEmpty();
    assertThat(ddl.location()).isEqualTo("the DDL of the entities in %s", Models.HEDGE_FUND);
  }
}
