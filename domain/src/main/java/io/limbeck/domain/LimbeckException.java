package io.limbeck.domain;

/**
 * A foreseen failure: what is wrong, and what to do about it. Every kind of failure is a final
 * class of its own beside what throws it; anything that is not a {@code LimbeckException} is a bug.
 */
public abstract class LimbeckException extends RuntimeException {
  private final String problem;
  private final String remedy;

  /**
   * @param problem one sentence with names and numbers; where Alembic has a sentence for it, that
   *     one
   * @param remedy what the reader can do next, in one or more sentences
   */
  protected LimbeckException(String problem, String remedy) {
    super(problem + " " + remedy);
    this.problem = problem;
    this.remedy = remedy;
  }

  /**
   * @param cause what the outside world said, for the log of whoever embeds Limbeck
   */
  protected LimbeckException(String problem, String remedy, Throwable cause) {
    super(problem + " " + remedy, cause);
    this.problem = problem;
    this.remedy = remedy;
  }

  /** {@return what is wrong, in one sentence} */
  public final String problem() {
    return problem;
  }

  /** {@return what to do next} */
  public final String remedy() {
    return remedy;
  }
}
