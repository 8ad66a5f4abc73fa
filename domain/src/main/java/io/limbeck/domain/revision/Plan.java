package io.limbeck.domain.revision;

import java.util.List;

/**
 * The steps that lead a database from where it stands to a target.
 *
 * @param from where the database stands
 * @param steps in the order they run, each beginning where the one before it ended; empty if there
 *     is nothing to do
 * @param notices what the reader should know about how the target was understood; usually empty
 */
public record Plan(Heads from, List<Step> steps, List<String> notices) {

  public Plan(Heads from, List<Step> steps) {
    this(from, steps, List.of());
  }

  public Plan {
    steps = List.copyOf(steps);
    notices = List.copyOf(notices);
    Heads at = from;
    for (Step step : steps) {
      if (!step.before().equals(at)) {
        throw new IllegalArgumentException(
            "step %s begins at %s, not at %s".formatted(step.title(), step.before(), at));
      }
      at = step.after();
    }
  }

  /** {@return where the database stands when all steps are done} */
  public Heads to() {
    return steps.isEmpty() ? from : steps.getLast().after();
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
