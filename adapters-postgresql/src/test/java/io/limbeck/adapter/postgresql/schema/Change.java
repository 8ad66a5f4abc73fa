package io.limbeck.adapter.postgresql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.diff.RenameHint;
import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.diff.Terms;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A change from one schema to another, carried out on rows and taken back. */
final class Change {
  private final String from;
  private final String to;
  private final Terms terms;
  private final String rows;
  private final SchemaDiff diff;
  private final Schema before;
  private final Schema after;

  private Change(String from, String to, Terms terms, String rows) {
    this.from = from;
    this.to = to;
    this.terms = terms;
    this.rows = rows;
    this.before = Schemas.of(from);
    this.after = Schemas.of(to);
    this.diff = SchemaDiff.between(before, after, terms);
  }

  static Change between(String from, String to) {
    return new Change(from, to, Terms.strict(), "");
  }

  Change with(RenameHint... hints) {
    return new Change(from, to, Terms.strict().with(List.of(hints)), rows);
  }

  /**
   * @param statements that put rows into the tables
   */
  Change on(String statements) {
    return new Change(from, to, terms, statements);
  }

  /** Asserts what the change is written as. */
  Change takes(String... statements) {
    assertThat(Schemas.statements(diff.operations())).containsExactly(statements);
    return this;
  }

  /** Asserts what leads back is written as. */
  Change isUndoneBy(String... statements) {
    assertThat(Schemas.statements(diff.reversed())).containsExactly(statements);
    return this;
  }

  /** Asserts what people are told. */
  Change isSaid(String... sentences) {
    assertThat(diff.differences())
        .extracting(difference -> difference.sentence("the models"))
        .containsExactly(sentences);
    return this;
  }

  /** Carries the change out and back, and again and back by the difference the other way. */
  void works() throws SQLException {
    works("SELECT 1", "1");
  }

  /**
   * The same, and asks something after the change.
   *
   * @param answer the first value of the first row
   */
  void works(String question, String answer) throws SQLException {
    try (Connection connection = Server.database(from)) {
      Server.execute(connection, rows.isEmpty() ? "SELECT 1" : rows);

      Schemas.execute(connection, diff.operations());

      Schema made = Schemas.read(connection);
      // What a database calls a constraint by itself stays when its table is renamed.
      assertThat(terms.hints().isEmpty() ? Places.between(made, after) : List.of()).isEmpty();
      assertThat(SchemaDiff.between(made, after).operations()).isEmpty();
      assertThat(answer(connection, question)).isEqualTo(answer);
      Schemas.execute(connection, diff.reversed());
      assertThat(SchemaDiff.between(Schemas.read(connection), before).operations()).isEmpty();
      Schemas.execute(connection, diff.operations());
      Schema again = Schemas.read(connection);
      Schemas.execute(connection, SchemaDiff.between(again, before, back()).operations());
      assertThat(SchemaDiff.between(Schemas.read(connection), before).operations()).isEmpty();
    }
  }

  private Terms back() {
    return Terms.strict()
        .with(
            terms.hints().stream()
                .<RenameHint>map(hint ->
                    switch (hint) {
                      case RenameHint.OfTable(Name here, Name before) ->
                          new RenameHint.OfTable(before, here);
                      case RenameHint.OfColumn(Name table, Name here, Name before) ->
                          new RenameHint.OfColumn(table, before, here);
                    })
                .toList());
  }

  private static String answer(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }
}
