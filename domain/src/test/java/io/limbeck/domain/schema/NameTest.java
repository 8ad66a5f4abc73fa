package io.limbeck.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.domain.schema.Constraint.PrimaryKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameTest {

  @Test
  void names_that_differ_in_case_only_are_equal_and_those_in_other_schemas_are_not() {
    Name log = new Name("audit", "log");

    assertThat(log).isEqualTo(new Name("Audit", "LOG")).hasSameHashCodeAs(new Name("LOG"));
    assertThat(log).isNotEqualTo(new Name("log")).isNotEqualTo(new Name("other", "log"));
    assertThat(log).isGreaterThan(new Name("z")).isLessThan(new Name("audit", "z"));
  }

  @Test
  void a_name_is_said_with_its_schema_if_that_needs_mention() {
    assertThat(new Name("log")).hasToString("log");
    assertThat(new Name("audit", "log")).hasToString("audit.log");
    assertThat(new Name("audit", "log").bare()).isEqualTo(new Name("log"));
  }

  @Test
  void a_constraint_is_named_after_its_table_alone() {
    assertThat(
            new PrimaryKey(Optional.empty(), List.of(new Name("id")), false)
                .nameIn(new Name("audit", "log")))
        .hasToString("log_pkey");
  }

  @Test
  void a_name_is_not_empty() {
    assertThatThrownBy(() -> new Name("")).hasMessage("a name has at least one character");
  }
}
