package io.limbeck.adapter.files;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replaces {@code %(key)s} by that key's value and {@code %%} by a percent sign, as ConfigParser's
 * BasicInterpolation does.
 */
final class Interpolation {
  private static final int DEEPEST = 10; // ConfigParser's MAX_INTERPOLATION_DEPTH
  private static final int MOST = 1 << 14; // references; and so that none can fill the memory:
  private static final int LONGEST = 1 << 20;

  private final Function<String, Optional<Part>> parts;
  private final Function<String, ConfigurationException> refusal;
  private final StringBuilder out = new StringBuilder();
  private int references;

  /**
   * What a key stands for.
   *
   * @param literal whether a percent sign in it means itself
   */
  record Part(String text, boolean literal) {}

  private Interpolation(
      Function<String, Optional<Part>> parts, Function<String, ConfigurationException> refusal) {
    this.parts = parts;
    this.refusal = refusal;
  }

  /**
   * @param parts finds what a key, in lower case, stands for
   * @param refusal makes an exception of what is wrong
   */
  static String of(
      Part part,
      Function<String, Optional<Part>> parts,
      Function<String, ConfigurationException> refusal) {
    Interpolation interpolation = new Interpolation(parts, refusal);
    interpolation.append(part, 1);
    return interpolation.out.toString();
  }

  private void append(Part part, int depth) {
    if (depth > DEEPEST || references++ > MOST || out.length() > LONGEST) {
      throw refusal.apply("its values refer to each other without end");
    }
    String text = part.text();
    int at = 0;
    int percent = part.literal() ? -1 : text.indexOf('%');
    while (percent >= 0) {
      out.append(text, at, percent);
      at = appendReference(text, percent, depth);
      percent = text.indexOf('%', at);
    }
    out.append(text, at, text.length());
  }

  /** {@return the offset after the reference that begins at {@code percent}} */
  private int appendReference(String text, int percent, int depth) {
    if (text.startsWith("%", percent + 1)) {
      out.append('%');
      return percent + 2;
    }
    int end = text.indexOf(")", percent);
    if (!text.startsWith("(", percent + 1) || end < percent + 3 || !text.startsWith("s", end + 1)) {
      throw refusal.apply("a percent sign stands for itself only when doubled, %%");
    }
    String key = text.substring(percent + 2, end);
    Part part =
        parts
            .apply(key.toLowerCase(Locale.ROOT))
            .orElseThrow(() -> refusal.apply("it refers to '%s', which is not set".formatted(key)));
    append(part, depth + 1);
    return end + 2;
  }
}
