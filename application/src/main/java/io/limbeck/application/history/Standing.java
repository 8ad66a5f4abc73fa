package io.limbeck.application.history;

import io.limbeck.application.database.ChangedScript;
import io.limbeck.domain.revision.Heads;
import java.util.List;

/**
 * Where a database stands.
 *
 * @param exists whether there is a database at all
 * @param rows what its version table holds
 * @param current the newest applied revision of each branch, those that only a dependency brought
 *     included, in the order of their ids; empty if nothing is applied
 * @param atHeads whether everything the scripts have is applied
 * @param pending how many revisions are not applied
 * @param changed the applied revisions whose scripts changed since, base first
 */
public record Standing(
    boolean exists,
    Heads rows,
    List<ListedRevision> current,
    boolean atHeads,
    int pending,
    List<ChangedScript> changed) {

  public Standing {
    current = List.copyOf(current);
    changed = List.copyOf(changed);
  }
}
