package io.limbeck.domain.revision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One move of a database from some heads to others.
 *
 * @param revision the revision whose script runs; empty for a stamp
 * @param from ids by down revision only: an upgrade's parents, a downgrade's revision; empty for
 *     base
 * @param to ids by down revision only: an upgrade's revision, a downgrade's parents; empty for base
 * @param before where the database stands when the step begins
 * @param changes what happens to the version table, in order; may be empty
 * @param after where the database stands when the step is done
 */
public record Step(
    Kind kind,
    Optional<RevisionId> revision,
    List<RevisionId> from,
    List<RevisionId> to,
    Heads before,
    List<RowChange> changes,
    Heads after) {

  /** What a step does; a stamp moves up or down without running a script. */
  public enum Kind {
    UPGRADE,
    DOWNGRADE,
    STAMP_UP,
    STAMP_DOWN,
    /** Empties the version table, before a stamp. */
    PURGE;

    public boolean isStamp() {
      return switch (this) {
        case UPGRADE, DOWNGRADE -> false;
        case STAMP_UP, STAMP_DOWN, PURGE -> true;
      };
    }
  }

  public Step {
    from = List.copyOf(from);
    to = List.copyOf(to);
    changes = List.copyOf(changes);
  }

  /**
   * {@return what Alembic calls the step: {@code upgrade a -> b}, {@code downgrade b -> }, {@code
   * stamp_revision a -> b}}
   */
  public String title() {
    String verb =
        switch (kind) {
          case UPGRADE -> "upgrade";
          case DOWNGRADE -> "downgrade";
          case STAMP_UP, STAMP_DOWN, PURGE -> "stamp_revision";
        };
    return "%s %s -> %s".formatted(verb, joined(from), joined(to));
  }

  private static String joined(List<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }
}
