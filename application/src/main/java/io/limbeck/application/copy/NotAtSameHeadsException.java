package io.limbeck.application.copy;

import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.Heads;

/** Two databases that stand at different revisions. */
public final class NotAtSameHeadsException extends LimbeckException {
  private final Heads source;
  private final Heads target;
  private final DatabaseUrl targetUrl;

  NotAtSameHeadsException(Side from, Heads source, Side to, Heads target) {
    super(
        "%s is at %s, and %s at %s: rows are copied between databases at the same revision."
            .formatted(from.name(), source, to.name(), target),
        "Upgrade the one that is behind.");
    this.source = source;
    this.target = target;
    this.targetUrl = to.url();
  }

  /** {@return where the source stands} */
  public Heads source() {
    return source;
  }

  /** {@return where the target stands} */
  public Heads target() {
    return target;
  }

  public DatabaseUrl targetUrl() {
    return targetUrl;
  }
}
