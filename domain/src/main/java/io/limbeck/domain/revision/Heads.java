package io.limbeck.domain.revision;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a database stands: the newest applied revision of each line. What these build on, or depend
 * on, is applied too and not named.
 *
 * @param ids without repetition, in the order the version table returned them; empty if nothing is
 *     applied
 */
public record Heads(List<RevisionId> ids) {
  private static final Heads NONE = new Heads(List.of());

  public Heads {
    ids = ids.stream().distinct().toList();
  }

  /** {@return where a database stands on which nothing was applied} */
  public static Heads none() {
    return NONE;
  }

  public static Heads of(String... ids) {
    return new Heads(Stream.of(ids).map(RevisionId::new).toList());
  }

  public boolean isEmpty() {
    return ids.isEmpty();
  }

  public boolean contains(RevisionId id) {
    return ids.contains(id);
  }

  /** {@return whether both name the same revisions, in whatever order} */
  public boolean sameAs(Heads other) {
    return sorted().equals(other.sorted());
  }

  /** {@return the ids in the order of their names} */
  public List<RevisionId> sorted() {
    return ids.stream().sorted().toList();
  }

  /** {@return the ids, joined by a comma and a blank; {@code base} if there is none} */
  @Override
  public String toString() {
    return ids.isEmpty()
        ? "base"
        : ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }
}
