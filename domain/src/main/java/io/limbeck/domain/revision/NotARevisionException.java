package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;

/** A word that leads to base, or beyond, where a revision is needed. */
public final class NotARevisionException extends LimbeckException {
  NotARevisionException(String symbol, String purpose) {
    super(
        "'%s' is no revision %s.".formatted(symbol, purpose),
        "Name a revision by its id, or the part of it that is unique, or its branch label.");
  }
}
