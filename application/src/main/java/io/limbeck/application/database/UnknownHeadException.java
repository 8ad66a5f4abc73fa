package io.limbeck.application.database;

import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.Step;
import io.limbeck.domain.revision.UnknownRevisionException;
import java.util.List;
import java.util.Optional;

/** A database that stands at a revision which no script has. */
public final class UnknownHeadException extends LimbeckException {

  private UnknownHeadException(RevisionId id, String database, Optional<HistoryEntry> origin) {
    super(
        "Can't locate revision identified by '%s'".formatted(id),
        origin.isPresent()
            ? known(id, database, origin.get())
            : "%s stands at it, and neither the scripts nor the history know it."
                    .formatted(database)
                + " Get the scripts that have it; or stamp the database with purge, naming the"
                + " revision its schema really has.");
  }

  private static String known(RevisionId id, String database, HistoryEntry origin) {
    return "%s stands at it: '%s', applied %s by %s with Limbeck %s, and its script is not here."
            .formatted(database, origin.message(), origin.at(), origin.by(), origin.limbeck())
        + " Get the scripts that have it; or downgrade to a revision that is here: the history kept"
        + " what is needed to undo %s.".formatted(id);
  }

  /**
   * Looks whether the scripts know where the database stands.
   *
   * @throws UnknownHeadException if not; it tells where the revision came from
   */
  public static void check(Heads heads, RevisionGraph graph, Database database) {
    for (RevisionId head : unknown(heads, graph)) {
      throw new UnknownHeadException(head, database.name(), origin(head, database));
    }
  }

  /** {@return those of {@code heads} that the scripts do not know} */
  public static List<RevisionId> unknown(Heads heads, RevisionGraph graph) {
    return heads.ids().stream()
        .filter(head -> !graph.contains(head) && !isPartOfKnown(head, graph))
        .toList();
  }

  /** A row may hold the beginning of an id, as Alembic allows. */
  private static boolean isPartOfKnown(RevisionId head, RevisionGraph graph) {
    try {
      return graph.resolve(head.value()).isPresent();
    } catch (UnknownRevisionException unknown) {
      return false;
    }
  }

  private static Optional<HistoryEntry> origin(RevisionId id, Database database) {
    return database.history().stream()
        .filter(entry -> entry.kind() == Step.Kind.UPGRADE)
        .filter(entry -> entry.revision().equals(Optional.of(id)))
        .reduce((earlier, later) -> later);
  }
}
