package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;
import java.math.BigInteger;

/** A relative target with more revisions than there are, or in the wrong direction. */
public final class RelativeTargetException extends LimbeckException {
  private RelativeTargetException(String problem, String remedy) {
    super(problem, remedy);
  }

  /**
   * @param steps as typed, with its sign
   * @param count as many revisions were asked for
   */
  static RelativeTargetException tooFar(String steps, BigInteger count) {
    return new RelativeTargetException(
        "Relative revision %s didn't produce %s migrations".formatted(steps, count),
        "There are not that many revisions on the way; 'heads' and 'base' go to either end.");
  }

  static RelativeTargetException wrongDirection(String steps, BigInteger count, String verb) {
    return new RelativeTargetException(
        "Relative revision %s didn't produce %s migrations".formatted(steps, count),
        "Counted from where the database stands, %s.".formatted(verb));
  }

  static RelativeTargetException walkedTooFar() {
    return new RelativeTargetException(
        "Walked too far", "The target is beyond the end of the history: count fewer revisions.");
  }
}
