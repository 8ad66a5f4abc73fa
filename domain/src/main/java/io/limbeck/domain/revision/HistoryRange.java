package io.limbeck.domain.revision;

/**
 * A part of the history, both ends included.
 *
 * @param lower a symbol, {@code current}, or the empty string for base
 * @param upper a symbol, {@code current}, or the empty string for all heads
 */
public record HistoryRange(String lower, String upper) {
  private static final String CURRENT = "current";
  private static final HistoryRange ALL = new HistoryRange("", "");

  /** {@return everything} */
  public static HistoryRange all() {
    return ALL;
  }

  /**
   * @param text {@code lower:upper}, either of which may be missing
   * @throws InvalidRangeException unless there is exactly one colon
   */
  public static HistoryRange parse(String text) {
    String stripped = text.strip();
    int colon = stripped.indexOf(':');
    if (colon < 0 || colon != stripped.lastIndexOf(':')) {
      throw new InvalidRangeException(text);
    }
    return new HistoryRange(stripped.substring(0, colon), stripped.substring(colon + 1));
  }

  /** {@return whether one has to know where a database stands} */
  public boolean needsDatabase() {
    return startsAtCurrent() || endsAtCurrent();
  }

  boolean startsAtCurrent() {
    return lower.equals(CURRENT);
  }

  boolean endsAtCurrent() {
    return upper.equals(CURRENT);
  }
}
