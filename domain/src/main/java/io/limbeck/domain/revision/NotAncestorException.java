package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;

/** A range whose lower end is not below its upper end. */
public final class NotAncestorException extends LimbeckException {
  /**
   * @param lower the range's lower end, as typed
   * @param upper the range's upper end, as typed
   */
  NotAncestorException(String lower, String upper) {
    super(
        "Requested range %s:%s does not refer to ancestor/descendant revisions along the same branch"
            .formatted(lower, upper),
        "A range goes from an older revision to a newer one that is built on it; 'history' without"
            + " a range lists them all.");
  }
}
