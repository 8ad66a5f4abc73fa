package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in a piece of SQL. Any word may be one: whether it names a column, a function or
 * nothing is not known here, so whoever asks has to be on the safe side.
 */
final class Words {
  // PostgreSQL's $tag$ ends a name; what stands between two of them is SQL in turn.
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          --[^\\n]*+ | /\\*.*?\\*/ | '[^']*+'
          | (?<quoted> "[^"]*+(?:""[^"]*+)*+" | `[^`]*+` | (?<!(?i:array))\\[[^\\]]*+] )
          | \\$\\w*\\$
          | (?<bare> [\\p{L}\\p{N}_]++ (?: \\$ (?!\\w*\\$) [\\p{L}\\p{N}_$]*+ )? )
          """,
          Pattern.COMMENTS | Pattern.DOTALL);
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
  private static final Pattern QUALIFIES = Pattern.compile("\\s*\\.");

  private Words() {}

  /** {@return every word and every quoted name, in their order} */
  static SequencedSet<Name> of(Expression expression) {
    SequencedSet<Name> names = new LinkedHashSet<>();
    Matcher token = TOKEN.matcher(expression.canonical());
    while (token.find()) {
      name(token).ifPresent(names::add);
    }
    return names;
  }

  /** {@return every word and every quoted name in what an index holds and in its WHERE} */
  static SequencedSet<Name> of(Index index) {
    SequencedSet<Name> names = new LinkedHashSet<>();
    index.parts().forEach(part -> names.addAll(of(part.key())));
    index.where().ifPresent(where -> names.addAll(of(where)));
    names.addAll(index.particulars().included());
    return names;
  }

  /** {@return the name that is all of {@code expression}; empty if it is more than a name} */
  static Optional<Name> only(Expression expression) {
    Matcher token = TOKEN.matcher(expression.canonical().strip());
    return token.matches() ? name(token) : Optional.empty();
  }

  /** {@return the name after the first bare {@code word}; empty if there is none} */
  static Optional<Name> after(String word, Expression expression) {
    Matcher token = TOKEN.matcher(expression.canonical());
    boolean found = false;
    while (token.find()) {
      Optional<Name> name = name(token);
      if (found && name.isPresent()) {
        return name;
      }
      found |= word.equalsIgnoreCase(token.group("bare"));
    }
    return Optional.empty();
  }

  /**
   * {@return the same with other names}
   *
   * @param columns what a name becomes
   * @param tables what a name before a point becomes
   */
  static Expression renamed(
      Expression expression, UnaryOperator<Name> columns, UnaryOperator<Name> tables) {
    return new Expression(
        renamed(expression.sql(), columns, tables),
        renamed(expression.canonical(), small(columns), small(tables)));
  }

  /** What two expressions are compared by has its names in small letters. */
  private static UnaryOperator<Name> small(UnaryOperator<Name> names) {
    return name -> new Name(names.apply(name).text().toLowerCase(Locale.ROOT));
  }

  private static String renamed(
      String sql, UnaryOperator<Name> columns, UnaryOperator<Name> tables) {
    return TOKEN
        .matcher(sql)
        .replaceAll(token -> {
          Matcher rest = QUALIFIES.matcher(sql).region(token.end(), sql.length());
          UnaryOperator<Name> renaming = rest.lookingAt() ? tables : columns;
          String same = token.group();
          return Matcher.quoteReplacement(
              name(token)
                  .filter(name -> !renaming.apply(name).equals(name))
                  .map(name -> written(renaming.apply(name), token))
                  .orElse(same));
        });
  }

  private static String written(Name name, MatchResult token) {
    return token.group("quoted") == null && PLAIN.matcher(name.text()).matches()
        ? name.text()
        : '"' + name.text().replace("\"", "\"\"") + '"';
  }

  private static Optional<Name> name(MatchResult token) {
    String bare = token.group("bare");
    String quoted = token.group("quoted");
    if (bare != null) {
      return Optional.of(new Name(bare));
    }
    return quoted == null || quoted.length() == 2
        ? Optional.empty()
        : Optional.of(new Name(quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"")));
  }
}
