package io.limbeck.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.UnusableDatabaseException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableNameTest {

  @Test
  void a_name_that_can_be_no_keyword_stands_as_it_is() {
    TableName name = new TableName(Optional.empty(), "alembic_version");

    assertThat(name.sql()).isEqualTo("alembic_version");
    assertThat(name.keySql()).isEqualTo("alembic_version_pkc");
    assertThat(name.quoted()).isEqualTo("\"alembic_version\"");
  }

  @Test
  void any_other_name_is_quoted() {
    assertThat(new TableName(Optional.of("ops"), "order").sql()).isEqualTo("ops.\"order\"");
    assertThat(new TableName(Optional.of("Ops"), "Our Version").sql())
        .isEqualTo("\"Ops\".\"Our Version\"");
    assertThat(new TableName(Optional.of("ops"), "order").quoted()).isEqualTo("\"ops\".\"order\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\"b", "a'b", "a;b", "${a}", "#{a}", "1a", "a\nb", "a\u0000"})
  void a_name_that_could_be_more_than_a_name_is_refused(String name) {
    assertThatThrownBy(() -> new TableName(Optional.empty(), name))
        .isInstanceOf(UnusableDatabaseException.class);
    assertThatThrownBy(() -> new TableName(Optional.of(name), "alembic_version"))
        .isInstanceOf(UnusableDatabaseException.class);
  }
}
