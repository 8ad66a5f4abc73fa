package io.limbeck.adapter.sql;

import io.limbeck.application.script.ScriptException;
import io.limbeck.application.script.Section.Direction;
import java.util.List;
import java.util.Set;

/** What may not stand in a script although it is SQL. */
record SectionRules(Source source) {
  private static final Set<String> TRANSACTION_CONTROL =
      Set.of("BEGIN", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE");

  void check(List<SqlSection> sections) {
    if (sections.stream().noneMatch(section -> section.marker().direction() == Direction.UPGRADE)) {
      throw source.error(
          0, "There is no upgrade section.", "Begin one with a line -- migrate:upgrade.");
    }
    for (int index = 0; index < sections.size(); index++) {
      checkNotTwice(sections.get(index).marker(), sections.subList(0, index));
      check(sections.get(index));
    }
  }

  private void checkNotTwice(Marker marker, List<SqlSection> before) {
    before.stream()
        .filter(section -> section.marker().clashesWith(marker))
        .findFirst()
        .ifPresent(section -> {
          int line = source.line(section.marker().token().start());
          throw at(
              marker.token(),
              "This %s section is there already, in line %d."
                  .formatted(marker.direction().word(), line),
              "Make one section of both.");
        });
  }

  private void check(SqlSection section) {
    int count = section.statements().size();
    if (!section.marker().transactional() && count != 1) {
      throw at(
          section.marker().token(),
          "A section with transaction=off has exactly one statement, this one has %d."
              .formatted(count),
          "Put every such statement into a revision of its own: only so nothing is left half"
              + " done.");
    }
    section.statements().forEach(statement -> check(statement, section.marker()));
  }

  private void check(SqlStatement statement, Marker marker) {
    Token first = statement.tokens().getFirst();
    if (isTransactionControl(statement.tokens())) {
      throw at(
          first,
          "%s may not stand in a script.".formatted(word(first)),
          "Leave it out: Limbeck begins and ends the transaction, which also stamps the revision.");
    }
    if (marker.transactional() && first.is("VACUUM")) {
      throw at(
          first,
          "VACUUM cannot run in a transaction.",
          "Put it into a revision of its own, under -- migrate:%s transaction=off."
              .formatted(marker.direction().word()));
    }
    if (marker.transactional() && (first.is("ATTACH") || first.is("DETACH"))) {
      throw at(
          first,
          "%s cannot run in a transaction.".formatted(word(first)),
          "Leave it out: a revision changes one database.");
    }
  }

  static boolean isTransactionControl(List<Token> tokens) {
    Token first = tokens.getFirst();
    boolean start = first.is("START") && tokens.size() > 1 && tokens.get(1).is("TRANSACTION");
    return start || (first.kind() == Token.Kind.WORD && TRANSACTION_CONTROL.contains(word(first)));
  }

  private static String word(Token token) {
    return token.text().toUpperCase(java.util.Locale.ROOT);
  }

  private ScriptException at(Token token, String problem, String remedy) {
    return source.error(token.start(), problem, remedy);
  }
}
