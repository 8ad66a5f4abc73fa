package io.limbeck.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.script.Draft;
import io.limbeck.application.script.ScriptException;
import io.limbeck.domain.revision.BranchLabel;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionId;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewScriptTest {
  private static final ZonedDateTime LOCAL =
      ZonedDateTime.of(2024, 11, 27, 10, 0, 0, 123_456_789, ZoneId.of("Europe/Berlin"));

  private final SqlScriptFormat format = new SqlScriptFormat(SqlScriptFormatTest.DIALECTS);

  @Test
  void a_new_script_has_a_header_and_empty_sections() {
    Revision revision =
        new Revision(
            new RevisionId("3f9a6b7c8d2e"),
            List.of(new RevisionId("2f8c5d9e4b1a")),
            List.of(),
            List.of(),
            "Add a table");

    assertThat(format.write(new Draft(revision, LOCAL, Optional.empty())))
        .isEqualTo(
            """
            -- Add a table
            --
            -- Revision ID: 3f9a6b7c8d2e
            -- Revises: 2f8c5d9e4b1a
            -- Create Date: 2024-11-27 10:00:00.123456

            -- migrate:upgrade

            -- migrate:downgrade
            """);
  }

  @Test
  void a_new_script_names_labels_and_dependencies_if_there_are_any() {
    Revision revision =
        new Revision(
            new RevisionId("a"),
            List.of(),
            List.of("b", "core"),
            List.of(new BranchLabel("net")),
            "");

    assertThat(format.write(new Draft(revision, LOCAL.withFixedOffsetZone(), Optional.empty())))
        .isEqualTo(
            """
            -- empty message
            --
            -- Revision ID: a
            -- Revises:
            -- Branch Labels: net
            -- Depends On: b, core
            -- Create Date: 2024-11-27 10:00:00.123456+01:00

            -- migrate:upgrade

            -- migrate:downgrade
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"two\nlines", "Revision ID: b", "  blanks  ", "it's; -- odd /*", "ä\u0000x\n"})
  void any_message_is_read_back(String message) {
    Revision revision = revision(message.replace("\0", ""));

    String text = format.write(new Draft(revision, LOCAL, Optional.empty()));

    assertThat(format.read(text, "x.sql").revision().message())
        .isEqualTo(revision.message().strip().lines().findFirst().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"migrate:upgrade", "a\nRevises: b", "a\nmigrate:upgrade"})
  void a_message_that_would_be_read_as_something_else_is_refused(String message) {
    assertThatThrownBy(() -> format.write(new Draft(revision(message), LOCAL, Optional.empty())))
        .isInstanceOf(ScriptException.class);
  }

  private static Revision revision(String message) {
    return new Revision(new RevisionId("a"), List.of(), List.of(), List.of(), message);
  }
}
