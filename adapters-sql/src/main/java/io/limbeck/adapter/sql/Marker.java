package io.limbeck.adapter.sql;

import io.limbeck.application.script.Section.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The comment that begins a section: {@code -- migrate:upgrade sqlite transaction=off}.
 *
 * @param dialects as written; empty for all
 */
record Marker(Token token, Direction direction, List<String> dialects, boolean transactional) {
  private static final String PREFIX = "migrate:";
  private static final String TRANSACTION_OFF = "transaction=off";

  /**
   * {@return whether a comment's text, from its dashes on, makes it a marker, in whatever case: a
   * misspelt one must not leave its section to the one before; it still has to stand alone on its
   * line}
   */
  static boolean isMarker(String comment) {
    return comment.substring(2).strip().regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  static boolean isMarker(Source source, Token token) {
    return token.kind() == Token.Kind.LINE_COMMENT
        && isMarker(token.text())
        && source.beginsLine(token.start());
  }

  /**
   * @param known the names of databases that may stand in a marker
   */
  static Marker parse(Source source, Token token, Set<String> known) {
    String[] words = token.text().substring(2).strip().split("[\\s,]+");
    Direction direction = direction(source, token, words[0].substring(PREFIX.length()));
    List<String> dialects = new ArrayList<>();
    boolean transactional = true;
    for (String word : List.of(words).subList(1, words.length)) {
      if (word.equals(TRANSACTION_OFF)) {
        transactional = false;
      } else if (known.contains(word)) {
        dialects.add(word);
      } else {
        throw source.error(
            token.start() + token.text().indexOf(word),
            "'%s' means nothing after migrate:%s.".formatted(word, direction.word()),
            "Write the names of databases (%s) or %s."
                .formatted(String.join(", ", known.stream().sorted().toList()), TRANSACTION_OFF));
      }
    }
    return new Marker(token, direction, dialects, transactional);
  }

  private static Direction direction(Source source, Token token, String word) {
    return Arrays.stream(Direction.values())
        .filter(direction -> direction.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            source.error(
                token.start(),
                "There is no section migrate:%s.".formatted(word),
                "Write migrate:upgrade or migrate:downgrade."));
  }

  /** {@return whether both would serve the same direction and database} */
  boolean clashesWith(Marker other) {
    return direction == other.direction
        && (dialects.isEmpty()
            ? other.dialects.isEmpty()
            : dialects.stream().anyMatch(other.dialects::contains));
  }
}
