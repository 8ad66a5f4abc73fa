package io.limbeck.adapter.files;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a message a part of a file's name, as Alembic does: its words in small letters, joined by
 * underscores, cut after a whole word.
 *
 * @param limit how many characters it may have
 */
record Slug(int limit) {
  private static final String KEY = "truncate_slug_length";
  private static final int DEFAULT = 40;

  static Slug of(Configuration configuration) {
    Optional<String> limit = configuration.get(KEY).map(String::strip);
    if (!limit.orElse("0").matches("\\d{1,6}")) {
      throw configuration.error(KEY, "'%s' is no number of characters".formatted(limit.orElse("")));
    }
    int number = Integer.parseInt(limit.orElse("0"));
    return new Slug(number == 0 ? DEFAULT : number);
  }

  String of(String message) {
    String spaced =
        message
            .codePoints()
            .map(character -> isWordPart(character) ? character : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String slug =
        Stream.of(spaced.split(" +"))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining("_"))
            .toLowerCase(Locale.ROOT);
    if (slug.codePointCount(0, slug.length()) <= limit) {
      return slug;
    }
    String cut = slug.substring(0, slug.offsetByCodePoints(0, limit));
    int last = cut.lastIndexOf('_');
    return (last < 0 ? cut : cut.substring(0, last)) + "_";
  }

  /** Python's {@code \w}: letters, numbers of every kind, the underscore; no combining marks. */
  private static boolean isWordPart(int character) {
    return character == '_'
        || Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.LETTER_NUMBER
        || Character.getType(character) == Character.OTHER_NUMBER;
  }
}
