package io.limbeck.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptException;
import io.limbeck.application.script.ScriptHeader;
import io.limbeck.application.script.Section;
import io.limbeck.application.script.Section.Direction;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.BranchLabel;
import io.limbeck.domain.revision.RevisionId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptFormatTest {
  static final Set<String> DIALECTS = Set.of("sqlite", "h2", "postgresql");
  private static final String HEADER = "-- m\n-- Revision ID: a\n";

  private final SqlScriptFormat format = new SqlScriptFormat(DIALECTS);

  @Test
  void a_header_introduces_the_revision() {
    ScriptHeader header =
        format.header(
            """
            -- Add a table
            -- that we need
            --
            -- Revision ID: 3f9a6b7c8d2e
            -- Revises: 2f8c5d9e4b1a, aaa
            -- Branch Labels: net-2
            -- Depends On: core, bbb
            -- Create Date: 2024-11-27 10:00:00
            """,
            "x.sql");

    assertThat(header.revision().id()).isEqualTo(new RevisionId("3f9a6b7c8d2e"));
    assertThat(header.revision().message()).isEqualTo("Add a table");
    assertThat(header.revision().downRevisions()).hasToString("[2f8c5d9e4b1a, aaa]");
    assertThat(header.revision().branchLabels()).containsExactly(new BranchLabel("net-2"));
    assertThat(header.revision().dependencies()).containsExactly("core", "bbb");
    assertThat(header.created()).contains("2024-11-27 10:00:00");
    assertThat(header.location()).isEqualTo("x.sql");
    assertThat(header.description())
        .startsWith("Add a table", "that we need", "", "Revision ID: 3f9a6b7c8d2e")
        .hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--\n-- Revision ID: a",
        "--\r\n--\r\n-- revision id:a\r\n",
        "\uFEFF--\n--Revision ID : a",
        "\n\n--\n\n-- Revision ID: a\n-- Revises:\n-- Create Date:\n-- anything: else"
      })
  void a_base_needs_no_more_than_an_id_below_the_message(String text) {
    ScriptHeader header = format.header(text, "x.sql");

    assertThat(header.revision().id()).hasToString("a");
    assertThat(header.revision().message()).isEmpty();
    assertThat(header.revision().downRevisions()).isEmpty();
    assertThat(header.created()).isEmpty();
  }

  @Test
  void the_head_of_a_text_is_enough_for_its_header_once_something_follows() {
    String text = HEADER + "\n-- migrate:upgrade\nselect 'a";

    assertThat(format.header(text, "x.sql").revision().id()).hasToString("a");
    assertThat(format.holdsHeader(text, "x.sql")).isTrue();
    for (int end = 0; end < HEADER.length() + 12; end++) {
      assertThat(format.holdsHeader(text.substring(0, end), "x.sql")).isFalse();
    }
  }

  @Test
  void a_script_is_sections_of_statements() {
    Script script =
        format.read(
            HEADER
                + """
                -- migrate:upgrade
                create table t (x); -- one
                insert into t values ('-- migrate:downgrade
                -- migrate:downgrade
                '); /*
                -- migrate:downgrade
                */
                -- migrate:upgrade postgresql,h2
                create table t (x text)
                --migrate:downgrade   sqlite transaction=off
                vacuum;
                -- migrate:downgrade
                """,
            "x.sql");

    assertThat(script.sections())
        .containsExactly(
            new Section(
                Direction.UPGRADE,
                List.of(),
                true,
                List.of(
                    new Statement("create table t (x)", 4),
                    new Statement(
                        "insert into t values ('-- migrate:downgrade\n-- migrate:downgrade\n')",
                        5))),
            new Section(
                Direction.UPGRADE,
                List.of("postgresql", "h2"),
                true,
                List.of(new Statement("create table t (x text)", 11))),
            new Section(
                Direction.DOWNGRADE,
                List.of("sqlite"),
                false,
                List.of(new Statement("vacuum", 13))),
            new Section(Direction.DOWNGRADE, List.of(), true, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "~~|1:1: The header names no revision id.",
        "-- Revision ID: a|1:1: The header names no revision id.",
        "-- m\\n-- Revision ID: a, b|1:1: The header names more than one revision id.",
        "-- m\\n-- Revision ID: a-b|2:1: Revision ID: Character(s) '-' not allowed in revision"
            + " identifier 'a-b'",
        "-- m\\n-- Revision ID: a\\n-- Revises: b,,c|3:1: Revises: '' is no revision identifier.",
        "-- m\\n-- Revision ID: a\\n-- Branch Labels: x y|3:1: Branch Labels: 'x y' is no branch"
            + " label.",
        "-- m\\n-- Revision ID: a\\n-- revision id: b|3:1: The header says 'Revision ID' twice.",
        "-- m\\n-- Revision ID: a\\n select 1|3:2: Only comment lines may stand before the first"
            + " section.",
        "-- m\\n-- Revision ID: a|1:1: There is no upgrade section.",
        "-- m\\n-- Revision ID: a\\n-- migrate:up|3:1: There is no section migrate:up.",
        "-- m\\n-- Revision ID: a\\n-- migrate:upgrade\\n--Migrate:Downgrade|4:1: There is no"
            + " section migrate:Downgrade.",
        "-- m\\n-- Revision ID: a\\n-- migrate:upgrade sqlite, mongo|3:28: 'mongo' means nothing"
            + " after migrate:upgrade.",
        "-- m\\n-- Revision ID: a\\n-- migrate:upgrade\\n-- migrate:upgrade|4:1: This upgrade"
            + " section is there already, in line 3.",
        "-- m\\n-- Revision ID: a\\n-- migrate:upgrade h2\\n-- migrate:upgrade sqlite h2|4:1: This"
            + " upgrade section is there already, in line 3.",
        "-- m\\n-- Revision ID: a\\n-- migrate:upgrade transaction=off|3:1: A section with"
            + " transaction=off has exactly one statement, this one has 0.",
        "-- m\\n-- Revision ID: a\\n-- migrate:upgrade transaction=off\\na;b|3:1: A section with"
            + " transaction=off has exactly one statement, this one has 2.",
        "-- m\\n-- Revision ID: a\\n-- migrate:upgrade\\n vacuum|4:2: VACUUM cannot run in a"
            + " transaction.",
        "-- m\\n-- Revision ID: a\\n-- migrate:upgrade\\nselect 1;\\n attach 'x' as y|5:2: ATTACH"
            + " cannot run in a transaction.",
        "-- m\\n-- Revision ID: a\\n-- migrate:upgrade\\n'|4:1: This string does not end."
      })
  void is_refused(String text, String problem) {
    assertThatThrownBy(() -> format.read(text.replace("\\n", "\n"), "x.sql"))
        .isInstanceOfSatisfying(
            ScriptException.class,
            refusal -> {
              assertThat(refusal.problem()).isEqualTo("x.sql:" + problem);
              assertThat(refusal.remedy()).endsWith(".");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN",
        "begin immediate",
        "COMMIT",
        "END",
        "ROLLBACK",
        "SAVEPOINT a",
        "RELEASE a",
        "START TRANSACTION",
        "abort"
      })
  void a_script_may_not_begin_or_end_transactions(String statement) {
    assertThatThrownBy(
            () -> format.read(HEADER + "-- migrate:upgrade\n/**/ " + statement + ";", "x.sql"))
        .hasMessageMatching(
            "x.sql:4:6: [A-Z]+ may not stand in a script. Leave it out: Limbeck begins and ends the"
                + " transaction, which also stamps the revision.");
  }

  @Test
  void what_cannot_run_in_a_transaction_is_told_the_way_out() {
    assertThatThrownBy(() -> format.read(HEADER + "-- migrate:upgrade\nvacuum", "x.sql"))
        .hasMessage(
            "x.sql:4:1: VACUUM cannot run in a transaction. Put it into a revision of its own,"
                + " under -- migrate:upgrade transaction=off.");
  }

  @Test
  void a_word_of_transactions_is_no_offence_inside_a_statement() {
    String sql =
        "alter table t attach partition p;create trigger x after insert on t begin"
            + " select 1; end;\"begin\";";

    assertThat(format.read(HEADER + "-- migrate:upgrade\n" + sql, "x.sql").sections().getFirst())
        .extracting(section -> section.statements().size())
        .isEqualTo(3);
  }
}
