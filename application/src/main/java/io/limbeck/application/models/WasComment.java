package io.limbeck.application.models;

import io.limbeck.domain.schema.Name;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that says what a table or a column was called before, as {@code was: old_name}.
 *
 * @param text what stands behind the colon
 */
public record WasComment(String text) {
  private static final Pattern SHAPE =
      Pattern.compile("\\s*was:\\s*(.*?)\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")+)\"");

  /**
   * {@return what a comment says; empty if it is about something else}
   *
   * @param comment without the signs that begin and end it
   */
  public static Optional<WasComment> in(String comment) {
    Matcher matcher = SHAPE.matcher(comment);
    return matcher.matches() ? Optional.of(new WasComment(matcher.group(1))) : Optional.empty();
  }

  /** {@return the old name, in quotes or not; empty if the text is no name} */
  public Optional<Name> name() {
    Matcher quoted = QUOTED.matcher(text);
    if (quoted.matches()) {
      return Optional.of(new Name(quoted.group(1).replace("\"\"", "\"")));
    }
    return PLAIN.matcher(text).matches() ? Optional.of(new Name(text)) : Optional.empty();
  }
}
