package io.limbeck.application.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Action;
import io.limbeck.domain.schema.Constraint.Deferral;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A database of SQL tells the conditions on its rows too, and what stands on its tables. */
public interface ConstraintContract extends DatabaseUnderTest {

  private Table table(String name) {
    return read().table(new Name(name)).orElseThrow();
  }

  private Schema read() {
    try (Database database = database()) {
      return database.schema();
    }
  }

  @Test
  default void keys_have_their_names_and_their_columns_in_order() {
    elsewhere(
        "CREATE TABLE t (a INTEGER NOT NULL, b INTEGER NOT NULL, c INTEGER, CONSTRAINT t_k PRIMARY"
            + " KEY (b, a), CONSTRAINT t_u UNIQUE (c, a))");

    assertThat(table("t").constraints())
        .containsExactly(
            new Constraint.PrimaryKey(name("t_k"), names("b", "a"), false),
            new Constraint.Unique(name("t_u"), names("c", "a")));
  }

  @Test
  default void foreign_keys_have_their_parents_and_their_actions() {
    elsewhere(
        "CREATE TABLE parent (id INTEGER PRIMARY KEY, code VARCHAR(20), n INTEGER, CONSTRAINT"
            + " parent_u UNIQUE (code, n))",
        "CREATE TABLE child (a INTEGER, b VARCHAR(20), c INTEGER, CONSTRAINT one FOREIGN KEY (a)"
            + " REFERENCES parent ON DELETE CASCADE, CONSTRAINT two FOREIGN KEY (b, c) REFERENCES"
            + " parent (code, n) ON UPDATE SET NULL ON DELETE NO ACTION)");

    assertThat(table("child").constraints())
        .containsExactly(
            new Constraint.ForeignKey(
                name("one"),
                names("a"),
                new Name("parent"),
                names("id"),
                Action.CASCADE,
                Action.NO_ACTION,
                Deferral.NOT_DEFERRABLE),
            new Constraint.ForeignKey(
                name("two"),
                names("b", "c"),
                new Name("parent"),
                names("code", "n"),
                Action.NO_ACTION,
                Action.SET_NULL,
                Deferral.NOT_DEFERRABLE));
  }

  @Test
  default void checks_and_defaults_and_generated_columns_are_compared_by_what_they_say() {
    elsewhere(
        "CREATE TABLE one (a INTEGER DEFAULT 7, b INTEGER GENERATED ALWAYS AS (a + 1), CONSTRAINT"
            + " c1 CHECK (a > 0))",
        "CREATE TABLE two (a integer default (7), b integer generated always as ( A+1 ), constraint"
            + " c2 check ((A>0)))",
        "CREATE TABLE three (a INTEGER DEFAULT 8, b INTEGER GENERATED ALWAYS AS (a + 2), CONSTRAINT"
            + " c3 CHECK (a > 1))");

    Table one = table("one");
    Table three = table("three");
    assertThat(table("two").columns()).isEqualTo(one.columns());
    Constraint check = one.constraints().getFirst();
    assertThat(check.saysTheSameAs(table("two").constraints().getFirst())).isTrue();
    assertThat(check.saysTheSameAs(three.constraints().getFirst())).isFalse();
    assertThat(three.columns().getFirst()).isNotEqualTo(one.columns().getFirst());
    assertThat(three.columns().getLast()).isNotEqualTo(one.columns().getLast());
    assertThat(one.columns())
        .extracting(Column::generated)
        .extracting(Optional::isPresent)
        .containsExactly(false, true);
  }

  @Test
  default void indexes_come_by_their_names_and_sort_as_they_do() {
    elsewhere(
        "CREATE TABLE t (a INTEGER, b INTEGER UNIQUE)",
        "CREATE INDEX ix_2 ON t (b DESC, a)",
        "CREATE UNIQUE INDEX ix_1 ON t (a)");

    List<Index> indexes = table("t").indexes();

    assertThat(indexes).extracting(Index::name).containsExactly(new Name("ix_1"), new Name("ix_2"));
    assertThat(indexes).extracting(Index::unique).containsExactly(true, false);
    assertThat(indexes.getLast().parts())
        .extracting(Index.Part::descending)
        .containsExactly(true, false);
    assertThat(indexes.getLast().parts())
        .extracting(part -> part.key().canonical())
        .containsExactly("b", "a");
  }

  @Test
  default void views_are_known_by_their_definitions() {
    elsewhere(
        "CREATE TABLE t (a INTEGER)",
        "CREATE VIEW v AS SELECT a FROM t",
        "CREATE VIEW w AS SELECT a + 1 AS b FROM t");

    List<Stored> views = read().stored();

    assertThat(read().tables()).hasSize(1);
    assertThat(views).extracting(Stored::name).containsExactly(new Name("v"), new Name("w"));
    assertThat(views).extracting(Stored::kind).containsOnly(Stored.Kind.VIEW);
    elsewhere("DROP VIEW v", views.getFirst().definition().sql());
    assertThat(read().stored()).isEqualTo(views);
  }

  private static Optional<Name> name(String text) {
    return Optional.of(new Name(text));
  }

  private static List<Name> names(String... texts) {
    return Stream.of(texts).map(Name::new).toList();
  }
}
