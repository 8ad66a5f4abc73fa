package io.limbeck.application.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptHeaderTest {

  @ParameterizedTest
  @CsvSource({
    "/srv/versions/d5e78f9a1b2c_add_api_keys.sql, true",
    "/srv/versions/2026_01_02_d5e78f9a1b2c.sql, true",
    "C:\\versions\\d5e78f9a1b2c_.sql, true",
    "d5e78f9a1b2c.sql, true",
    "/srv/versions/add_api_keys.sql, false",
    "/srv/d5e78f9a1b2c/add_api_keys.sql, false",
    "/srv/versions/3f9a6b7c8d2e_add_api_keys.sql, false"
  })
  void a_file_is_named_for_its_revision_if_its_own_name_has_the_id_in_it(
      String location, boolean expected) {
    Revision revision =
        new Revision(
            new RevisionId("d5e78f9a1b2c"), List.of(), List.of(), List.of(), "add api keys");

    ScriptHeader header =
        new ScriptHeader(revision, List.of("add api keys"), Optional.empty(), location);

    assertThat(header.isNamedForRevision()).isEqualTo(expected);
  }
}
