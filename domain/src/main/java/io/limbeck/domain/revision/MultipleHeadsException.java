package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;

/** One head was asked for where there are several. */
public final class MultipleHeadsException extends LimbeckException {
  private final Heads heads;

  private MultipleHeadsException(String problem, Heads heads) {
    super(
        problem,
        "The heads are %s: name one of them, or merge them into one revision.".formatted(heads));
    this.heads = heads;
  }

  /**
   * @param argument what should have named a single head
   */
  static MultipleHeadsException of(String argument, Heads heads) {
    return new MultipleHeadsException(
        ("Multiple head revisions are present for given argument '%s'; please specify a specific"
                + " target revision, '<branchname>@%s' to narrow to a specific head, or 'heads' for"
                + " all heads")
            .formatted(argument, argument),
        heads);
  }

  /** {@return the same, in the words for someone who asked for {@code argument}} */
  MultipleHeadsException askedFor(String argument) {
    return of(argument, heads);
  }

  /** {@return the same, in the words for someone who stamps} */
  MultipleHeadsException whenStamping() {
    return new MultipleHeadsException(
        "Multiple heads are present; please specify a single target revision", heads);
  }

  /** {@return the same, in the words for someone who writes a revision} */
  MultipleHeadsException whenCreating() {
    return new MultipleHeadsException(
        "Multiple heads are present; please specify the head revision on which the new revision"
            + " should be based, or perform a merge.",
        heads);
  }

  /** {@return the heads there are, in load order; at least two} */
  public Heads heads() {
    return heads;
  }
}
