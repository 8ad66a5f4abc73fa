package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A word that names no revision, or more than one. The remedy tells which it is. */
public final class UnknownRevisionException extends LimbeckException {
  /** Why the word does not lead to a revision. */
  public enum Reason {
    /** Nothing is called so, or begins so. */
    UNKNOWN,
    /** Several ids or labels begin so. */
    AMBIGUOUS,
    /** It is a revision, but not one of the branch that was named with it. */
    NOT_ON_BRANCH
  }

  private final String name;
  private final Reason reason;
  private final List<String> candidates;

  private UnknownRevisionException(
      String name, Reason reason, List<String> candidates, String remedy) {
    super("Can't locate revision identified by '%s'".formatted(name), remedy);
    this.name = name;
    this.reason = reason;
    this.candidates = List.copyOf(candidates);
  }

  /**
   * @param names every id and label there is
   */
  static UnknownRevisionException unknown(String name, Collection<String> names) {
    List<String> nearest = EditDistance.nearest(name, names);
    String hint =
        nearest.isEmpty()
            ? "the history lists what there is."
            : "did you mean %s?".formatted(quoted(nearest, " or "));
    return new UnknownRevisionException(
        name, Reason.UNKNOWN, nearest, "No revision id or branch label begins with it; " + hint);
  }

  static UnknownRevisionException ambiguous(String name, List<String> matches) {
    return new UnknownRevisionException(
        name,
        Reason.AMBIGUOUS,
        matches,
        "%d names begin with it, %s: add characters until one is left."
            .formatted(matches.size(), quoted(matches, ", ")));
  }

  static UnknownRevisionException notOnBranch(String name, RevisionId revision, String branch) {
    return new UnknownRevisionException(
        name,
        Reason.NOT_ON_BRANCH,
        List.of(revision.value()),
        "Revision %s is not a member of branch '%s': name another branch, or the revision alone."
            .formatted(revision, branch));
  }

  /** {@return the word that was looked up: for {@code label@name} the part that failed} */
  public String name() {
    return name;
  }

  public Reason reason() {
    return reason;
  }

  /**
   * {@return ids or labels that may be meant: the nearest if it is unknown, those that begin so if
   * it is ambiguous, the revision itself if it is on another branch; may be empty}
   */
  public List<String> candidates() {
    return candidates;
  }

  private static String quoted(List<String> names, String separator) {
    return names.stream().map("'%s'"::formatted).collect(Collectors.joining(separator));
  }
}
