package io.limbeck.adapter.files;

import io.limbeck.application.admin.Mark;
import java.util.Optional;

/** How the configuration marks the database, so that nobody takes it for another. */
record MarkConfiguration(Configuration configuration) {
  private static final String NAME = "mark";
  private static final String COLOR = "mark_color";

  /**
   * @throws ConfigurationException if the colour is none
   */
  Optional<Mark> mark() {
    return configuration.get(NAME).map(name -> new Mark(name.strip(), color()));
  }

  private String color() {
    return configuration
        .get(COLOR)
        .map(String::strip)
        .map(text -> {
          if (!Mark.isColor(text)) {
            throw configuration.error(
                COLOR, "'%s' is no colour; write it as #b00020".formatted(text));
          }
          return text;
        })
        .orElse(Mark.DEFAULT_COLOR);
  }
}
