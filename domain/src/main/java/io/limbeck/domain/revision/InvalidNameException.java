package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;
import java.util.stream.Collectors;

/** A word that cannot name a revision or a branch. */
public final class InvalidNameException extends LimbeckException {
  private InvalidNameException(String problem, String remedy) {
    super(problem, remedy);
  }

  static InvalidNameException ofRevision(String value) {
    return of("revision identifier", value, "+-:@");
  }

  static InvalidNameException ofLabel(String value) {
    return of("branch label", value, "+:@");
  }

  private static InvalidNameException of(String what, String value, String reserved) {
    String found =
        reserved
            .chars()
            .filter(character -> value.indexOf(character) >= 0)
            .mapToObj(Character::toString)
            .collect(Collectors.joining(", "));
    String problem =
        found.isEmpty()
            ? "'%s' is no %s.".formatted(value, what)
            : "Character(s) '%s' not allowed in %s '%s'".formatted(found, what, value);
    return new InvalidNameException(problem, "Use 1 to 255 letters, digits and underscores.");
  }
}
