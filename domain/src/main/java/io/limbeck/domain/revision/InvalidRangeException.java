package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;

/** A word that is no range of revisions. */
public final class InvalidRangeException extends LimbeckException {
  InvalidRangeException(String text) {
    super(
        "History range requires [start]:[end], [start]:, or :[end]",
        "'%s' is none of these: write one colon.".formatted(text));
  }
}
