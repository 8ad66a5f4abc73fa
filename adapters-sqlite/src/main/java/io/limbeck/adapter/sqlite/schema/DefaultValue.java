package io.limbeck.adapter.sqlite.schema;

import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sqlite.ddl.Affinity;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.domain.schema.Expression;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands behind DEFAULT. Two literals are the same if the column would store the same for
 * both: {@code '1'} and {@code 1} in a numeric one, {@code FALSE} and {@code 0} in any.
 */
final class DefaultValue {
  private static final Pattern NUMBER =
      Pattern.compile("\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*");
  private static final BigDecimal LARGEST = new BigDecimal(Long.MAX_VALUE);
  private static final BigDecimal SMALLEST = new BigDecimal(Long.MIN_VALUE);

  private final Affinity affinity;
  private final Wording wording;

  DefaultValue(Affinity affinity, Wording wording) {
    this.affinity = affinity;
    this.wording = wording;
  }

  /**
   * {@return the default; empty for NULL, which is what there is without one}
   *
   * @param sql as it stands behind DEFAULT
   */
  Optional<Expression> of(String sql) {
    Expression expression = wording.expression(sql);
    List<Token> tokens = Wording.tokens(expression.sql());
    Token last = tokens.getLast();
    boolean signed = tokens.size() == 2 && tokens.getFirst().text().matches("[+-]");
    if (tokens.size() != 1 && !(signed && last.kind() == Token.Kind.NUMBER)) {
      return Optional.of(expression);
    }
    return switch (last.kind()) {
      case NUMBER -> {
        BigDecimal number = number(last.text());
        boolean negative = signed && tokens.getFirst().text().equals("-");
        yield Optional.of(
            new Expression(
                expression.sql(),
                stored(negative ? number.negate() : number, isInteger(last.text()))));
      }
      case STRING -> Optional.of(new Expression(expression.sql(), stored(Name.of(last).text())));
      case QUOTED_IDENTIFIER -> Optional.of(string(last));
      case WORD -> word(last, expression);
      case BLOB, PARAMETER, OPERATOR, SEMICOLON, LINE_COMMENT, BLOCK_COMMENT ->
          Optional.of(expression);
    };
  }

  private Optional<Expression> word(Token word, Expression expression) {
    return switch (word.text().toUpperCase(Locale.ROOT)) {
      case "NULL" -> Optional.empty();
      case "TRUE" -> Optional.of(new Expression(expression.sql(), stored(BigDecimal.ONE, true)));
      case "FALSE" -> Optional.of(new Expression(expression.sql(), stored(BigDecimal.ZERO, true)));
      case "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP" -> Optional.of(expression);
      default -> Optional.of(string(word)); // SQLite takes any other word for a string
    };
  }

  private Expression string(Token name) {
    String text = Name.of(name).text();
    return new Expression(quoted(text), stored(text));
  }

  private String stored(String text) {
    boolean numeric = affinity != Affinity.TEXT && affinity != Affinity.BLOB;
    return numeric && NUMBER.matcher(text).matches()
        ? stored(new BigDecimal(text.strip()), isInteger(text))
        : quoted(text);
  }

  private String stored(BigDecimal number, boolean integer) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    boolean inRange = number.compareTo(LARGEST) <= 0 && number.compareTo(SMALLEST) >= 0;
    String exact = integer && inRange ? number.toPlainString() : real(number);
    return switch (affinity) {
      case INTEGER, NUMERIC -> whole && inRange ? number.toBigInteger().toString() : exact;
      case REAL -> real(number);
      case TEXT -> quoted(exact);
      case BLOB -> exact;
    };
  }

  private static String real(BigDecimal number) {
    return String.valueOf(number.doubleValue());
  }

  private static boolean isInteger(String number) {
    return isHexadecimal(number) || number.chars().noneMatch(letter -> ".eE".indexOf(letter) >= 0);
  }

  private static boolean isHexadecimal(String number) {
    return number.regionMatches(true, 0, "0x", 0, 2);
  }

  private static BigDecimal number(String text) {
    String digits = text.replace("_", "");
    return isHexadecimal(digits)
        // All 64 bits, of which the highest is the sign.
        ? new BigDecimal(new BigInteger(digits.substring(2), 16).longValue())
        : new BigDecimal(digits);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
