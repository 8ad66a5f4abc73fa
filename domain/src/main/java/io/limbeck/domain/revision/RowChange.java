package io.limbeck.domain.revision;

/** One statement on the version table. */
public sealed interface RowChange {
  record Insert(RevisionId id) implements RowChange {}

  record Delete(RevisionId id) implements RowChange {}

  record Update(RevisionId from, RevisionId to) implements RowChange {}
}
