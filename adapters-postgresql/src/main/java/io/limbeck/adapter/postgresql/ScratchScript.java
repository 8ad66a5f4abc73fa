package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.Source;
import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sql.Tokenizer;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.application.script.Section;
import io.limbeck.application.script.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can run in a scratch schema: nothing that names another schema of the real database, whose
 * tables would be locked until the end of the trial; and, since all is one transaction, nothing
 * concurrently.
 *
 * @param schemas of the real database, but for PostgreSQL's own
 */
record ScratchScript(PostgresqlUrl url, Set<String> schemas) {
  private static final String SCHEMAS =
      """
      SELECT nspname FROM pg_catalog.pg_namespace
      WHERE NOT pg_catalog.starts_with(nspname, 'pg_') AND nspname <> 'information_schema'
      """;

  static ScratchScript in(Connection connection, PostgresqlUrl url) throws SQLException {
    return new ScratchScript(url, Set.copyOf(PostgresqlSql.texts(connection, SCHEMAS)));
  }

  /**
   * @throws UnusableDatabaseException if {@code statement} names another schema
   */
  void check(Statement statement) {
    List<Token> tokens = tokens(statement.sql());
    for (int index = 0; index + 1 < tokens.size(); index++) {
      boolean first = index == 0 || !tokens.get(index - 1).text().equals(".");
      if (first && tokens.get(index + 1).text().equals(".") && isSchema(tokens.get(index))) {
        throw new UnusableDatabaseException(
            "A trial in a scratch schema of %s cannot run line %d, which names the schema %s: that is the real one."
                .formatted(url.name(), statement.line(), tokens.get(index).text()),
            "Leave the schema's name out of the script, or allow the user to make databases (ALTER"
                + " ROLE ... CREATEDB), so that a trial has one of its own.");
      }
    }
  }

  /** {@return the step as it can be taken here} */
  ScriptedStep fitted(ScriptedStep step) {
    step.statements().forEach(this::check);
    return step.isTransactional()
        ? step
        : new ScriptedStep(
            step.step(),
            step.script(),
            step.section()
                .map(section ->
                    new Section(
                        section.direction(),
                        section.dialects(),
                        true,
                        section.statements().stream()
                            .map(ScratchScript::withoutConcurrently)
                            .toList())));
  }

  private static Statement withoutConcurrently(Statement statement) {
    String sql = statement.sql();
    for (Token token : tokens(sql)) {
      if (token.is("CONCURRENTLY")) {
        return new Statement(
            sql.substring(0, token.start()) + sql.substring(token.end()), statement.line());
      }
    }
    return statement;
  }

  private boolean isSchema(Token token) {
    return token.kind() == Token.Kind.WORD
        ? schemas.contains(token.text().toLowerCase(Locale.ROOT))
        : token.isName() && schemas.contains(token.name());
  }

  private static List<Token> tokens(String sql) {
    return Tokenizer.tokens(Source.of(sql, "a statement")).stream()
        .filter(token -> !token.isComment())
        .collect(Collectors.toList());
  }
}
