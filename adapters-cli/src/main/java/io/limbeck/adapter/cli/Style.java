package io.limbeck.adapter.cli;

import java.util.function.BooleanSupplier;

/** Colours, where they are wanted. */
final class Style {
  private final BooleanSupplier colour;

  /**
   * @param colour asked at each use: an option that turns colours off is read after this was made
   */
  Style(BooleanSupplier colour) {
    this.colour = colour;
  }

  String id(String text) {
    return sgr("33", text);
  }

  String label(String text) {
    return sgr("36", text);
  }

  String mark(String text) {
    return sgr("32", text);
  }

  String failure(String text) {
    return sgr("1;31", text);
  }

  private String sgr(String code, String text) {
    return colour.getAsBoolean() && !text.isEmpty()
        ? "\u001b[" + code + "m" + text + "\u001b[0m"
        : text;
  }
}
