package io.limbeck.domain.revision;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to go, as typed: {@code head}, {@code heads}, {@code base}, an id or the beginning of one,
 * a branch label, {@code label@head}, {@code +2}, {@code label@-1}, {@code id+1}.
 *
 * @param text may be any text; whether it leads anywhere, only a graph can tell
 */
public record Target(String text) {
  private static final Pattern RELATIVE =
      Pattern.compile("(?:(.+?)@)?(\\w+)?([+-]\\d+)", Pattern.UNICODE_CHARACTER_CLASS);

  public static Target parse(String text) {
    return new Target(text);
  }

  /**
   * {@return the target as a number of steps, if it has that form: {@code +2}, {@code label@-1},
   * {@code id+1}. A graph with a revision or label of that very name takes it for the name}
   */
  public Optional<Relative> relative() {
    Matcher matcher = RELATIVE.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Relative(
                Optional.ofNullable(matcher.group(1)),
                Optional.ofNullable(matcher.group(2)),
                matcher.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }

  /**
   * A number of steps from somewhere.
   *
   * @param label the branch to stay on; empty for any
   * @param symbol the revision to count from; empty for where the database stands
   * @param steps as typed: a sign and digits
   */
  public record Relative(Optional<String> label, Optional<String> symbol, String steps) {

    /** {@return the number of steps; negative for downwards} */
    public BigInteger count() {
      return new BigInteger(steps);
    }

    /** {@return the number of steps without its direction; for walking, as many as an int holds} */
    int distance() {
      return count().abs().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    }
  }
}
