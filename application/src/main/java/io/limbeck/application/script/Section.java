package io.limbeck.application.script;

import java.util.List;

/**
 * One direction of a script, for all databases or for some.
 *
 * @param dialects the databases it is for, by name; empty for all that have no section of their own
 * @param transactional whether its statements may run inside a transaction; if not, it has exactly
 *     one
 * @param statements in order; empty for a section that does nothing
 */
public record Section(
    Direction direction, List<String> dialects, boolean transactional, List<Statement> statements) {

  /** Whether a section moves a database up or down. */
  public enum Direction {
    UPGRADE,
    DOWNGRADE;

    /** {@return the word that stands in scripts and messages} */
    public String word() {
      return switch (this) {
        case UPGRADE -> "upgrade";
        case DOWNGRADE -> "downgrade";
      };
    }
  }

  public Section {
    dialects = List.copyOf(dialects);
    statements = List.copyOf(statements);
  }
}
