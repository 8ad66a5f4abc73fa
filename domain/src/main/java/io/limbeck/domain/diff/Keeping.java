package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Silence.Aspect;
import java.util.List;

/** Decides what stays because the models cannot speak of it, and tells so. */
final class Keeping {
  private final Silence silence;
  private final List<String> notes;

  /**
   * @param notes where to put a sentence for each thing that stays
   */
  Keeping(Silence silence, List<String> notes) {
    this.silence = silence;
    this.notes = notes;
  }

  boolean covers(Aspect aspect) {
    return silence.isAbout(aspect);
  }

  /**
   * Keeps a thing that the models do not mention, if they could not have.
   *
   * @param thing what it is called behind an article
   * @return whether it stays
   */
  boolean keeps(Aspect aspect, String thing) {
    if (covers(aspect)) {
      notes.add("The %s stays as it is: the models say nothing about %s.".formatted(thing, aspect));
    }
    return covers(aspect);
  }

  /** Tells that a thing has to go although the models could not have mentioned it. */
  void cannotKeep(String thing) {
    notes.add("The %s goes with what it stands on.".formatted(thing));
  }
}
