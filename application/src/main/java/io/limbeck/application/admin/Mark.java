package io.limbeck.application.admin;

import java.util.regex.Pattern;

/**
 * What tells one database from another at a glance.
 *
 * @param name for example {@code production}
 * @param color {@code #rrggbb}
 */
public record Mark(String name, String color) {
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
  public static final String DEFAULT_COLOR = "#b00020";

  /** {@return whether a mark can have this colour} */
  public static boolean isColor(String text) {
    return COLOR.matcher(text).matches();
  }

  public Mark {
    if (!isColor(color)) {
      throw new IllegalArgumentException("'%s' is no colour: write #rrggbb".formatted(color));
    }
  }
}
