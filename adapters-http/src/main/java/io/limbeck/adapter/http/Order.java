package io.limbeck.adapter.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a request wants done.
 *
 * @param heads where whoever sent it believes that the database stands
 * @param confirmed the name of the database whose rows may be lost
 */
record Order(Direction direction, String target, Set<String> heads, Optional<String> confirmed) {
  private static final List<String> MEMBERS = List.of("target", "heads", "confirm");

  /**
   * @throws Refused if something is missing, or cannot be understood
   */
  static Order of(Direction direction, Body body) {
    body.only(MEMBERS);
    String target =
        body.text("target").orElseThrow(() -> missing("target", "\"target\": \"head\""));
    List<String> heads =
        body.texts("heads")
            .orElseThrow(
                () -> missing("heads", "where you believe the database stands, as a list"));
    return new Order(
        direction, Direction.checked(target), new LinkedHashSet<>(heads), body.text("confirm"));
  }

  private static Refused missing(String name, String remedy) {
    return Refused.invalid("The body has no '%s'.".formatted(name), "Send " + remedy + ".");
  }
}
