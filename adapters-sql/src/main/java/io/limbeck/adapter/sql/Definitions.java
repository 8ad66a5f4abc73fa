package io.limbeck.adapter.sql;

import io.limbeck.domain.schema.Name;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which table or column is defined where in a text. */
final class Definitions {
  private static final Set<String> CONSTRAINTS =
      Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "EXCLUDE");
  // CREATE GLOBAL TEMPORARY TABLE: the word is one of the first.
  private static final int FIRST_WORDS = 4;

  // By the offset at which it begins; it ends where the next begins. Empty: no definition.
  private final NavigableMap<Integer, Optional<Definition>> starts = new TreeMap<>();

  private Definitions() {}

  /**
   * What a piece of a CREATE TABLE defines.
   *
   * @param column empty for the table itself
   */
  record Definition(Name table, Optional<Name> column) {}

  static Definitions of(List<SqlStatement> statements) {
    Definitions definitions = new Definitions();
    statements.forEach(statement -> definitions.add(statement.tokens()));
    return definitions;
  }

  /** {@return what {@code token} is a part of the definition of; empty for nothing} */
  Optional<Definition> of(Token token) {
    Map.Entry<Integer, Optional<Definition>> at = starts.floorEntry(token.start());
    return at == null ? Optional.empty() : at.getValue();
  }

  private void add(List<Token> statement) {
    int open = openingOfTable(statement);
    if (open < 0) {
      starts.put(statement.getFirst().start(), Optional.empty());
      return;
    }
    Name table = new Name(statement.get(open - 1).name());
    Optional<Definition> ofTable = Optional.of(new Definition(table, Optional.empty()));
    starts.put(statement.getFirst().start(), ofTable);
    int depth = 0;
    for (int index = open; index < statement.size() - 1; index++) {
      Token token = statement.get(index);
      depth += depth(token);
      boolean before = depth == 1 && (index == open || token.text().equals(","));
      if (before) {
        Token first = statement.get(index + 1);
        starts.put(first.start(), item(table, first));
      } else if (depth == 0) {
        starts.put(token.start(), ofTable);
      }
    }
    starts.put(statement.getLast().start(), ofTable);
  }

  private static Optional<Definition> item(Name table, Token first) {
    boolean isColumn = first.isName() && CONSTRAINTS.stream().noneMatch(first::is);
    return isColumn
        ? Optional.of(new Definition(table, Optional.of(new Name(first.name()))))
        : Optional.empty();
  }

  private static int depth(Token token) {
    if (token.kind() != Token.Kind.OPERATOR) {
      return 0;
    }
    return token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
  }

  /** {@return where the list of columns begins, behind the table's name; -1 if there is none} */
  private static int openingOfTable(List<Token> statement) {
    boolean makesTable =
        statement.getFirst().is("CREATE")
            && statement.stream().limit(FIRST_WORDS).anyMatch(token -> token.is("TABLE"));
    for (int at = 1; makesTable && at < statement.size(); at++) {
      Token token = statement.get(at);
      if (token.is("AS") || token.is("USING")) {
        return -1; // neither a query nor a virtual table's module defines columns one by one
      }
      if (depth(token) == 1) {
        return statement.get(at - 1).isName() ? at : -1;
      }
    }
    return -1;
  }
}
