package io.limbeck.adapter.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts tokens into statements at the semicolons, but not at those in the body of a trigger
 * (SQLite's {@code BEGIN .. END}) or of a routine (PostgreSQL's {@code BEGIN ATOMIC .. END}). Such
 * a body ends with an {@code END} that stands where a statement would begin, so that {@code CASE ..
 * END} needs no counting; it is the rule of SQLite's own shell (sqlite.org/c3ref/complete.html).
 */
final class Splitter {
  private final Source source;
  private final List<SqlStatement> statements = new ArrayList<>();
  private List<Token> current = new ArrayList<>();
  private Optional<Token> body = Optional.empty();

  private Splitter(Source source) {
    this.source = source;
  }

  /**
   * @param tokens of one section; comments are passed over
   * @return the statements in order; empty if there are only comments and semicolons
   */
  static List<SqlStatement> split(Source source, List<Token> tokens) {
    Splitter splitter = new Splitter(source);
    tokens.stream().filter(token -> !token.isComment()).forEach(splitter::take);
    splitter.finish();
    return splitter.statements;
  }

  private void take(Token token) {
    if (token.kind() == Token.Kind.SEMICOLON && body.isEmpty()) {
      endStatement();
      return;
    }
    if (body.isPresent() && token.is("END") && atStatementStart()) {
      body = Optional.empty();
    } else if (body.isEmpty() && beginsBody(token)) {
      body = Optional.of(token);
    }
    current.add(token);
  }

  private void finish() {
    if (body.isPresent()) {
      throw source.error(
          body.get().start(), "The body that begins here has no END.", "Close it with END;.");
    }
    endStatement();
  }

  private void endStatement() {
    if (!current.isEmpty()) {
      statements.add(new SqlStatement(current));
      current = new ArrayList<>();
    }
  }

  private boolean atStatementStart() {
    Token last = current.getLast();
    return last.kind() == Token.Kind.SEMICOLON || last.is("BEGIN") || last.is("ATOMIC");
  }

  private boolean beginsBody(Token token) {
    if (current.isEmpty() || !current.getFirst().is("CREATE")) {
      return false;
    }
    if (token.is("ATOMIC")) {
      return current.getLast().is("BEGIN") && (creates("FUNCTION") || creates("PROCEDURE"));
    }
    return token.is("BEGIN") && creates("TRIGGER") && isPastTable();
  }

  /** The word stands among the first: CREATE OR REPLACE .., CREATE TEMP TRIGGER. */
  private boolean creates(String what) {
    return current.stream().limit(4).anyMatch(token -> token.is(what));
  }

  /** A trigger may be called begin, and so may its table; its body comes after both. */
  private boolean isPastTable() {
    return !current.getLast().is("ON") && current.stream().anyMatch(token -> token.is("ON"));
  }
}
