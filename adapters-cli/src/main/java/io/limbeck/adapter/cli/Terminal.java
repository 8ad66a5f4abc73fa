package io.limbeck.adapter.cli;

import java.util.regex.Pattern;

/**
 * What can be done with standard error.
 *
 * @param redraws whether a line that was written can be written over
 * @param columns how wide a line may be
 */
record Terminal(boolean redraws, int columns) {
  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 20;
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

  /** A shell that exports COLUMNS knows; asking the terminal itself would take another process. */
  static Terminal of(CliModule.World world) {
    String columns = world.environment().getOrDefault("COLUMNS", "");
    return new Terminal(
        world.errIsTerminal() && !world.environment().getOrDefault("TERM", "").equals("dumb"),
        NUMBER.matcher(columns).matches()
            ? Math.max(FEWEST_COLUMNS, Integer.parseInt(columns))
            : USUAL_COLUMNS);
  }
}
