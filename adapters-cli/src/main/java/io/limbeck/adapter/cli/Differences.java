package io.limbeck.adapter.cli;

import io.limbeck.domain.diff.Difference;
import io.limbeck.domain.diff.SchemaDiff;
import java.util.List;

/** Differences between schemas, as sentences and as JSON. */
final class Differences {
  private Differences() {}

  /**
   * @param side what wants it otherwise, like {@code the models}
   */
  static Answer answer(SchemaDiff diff, String side) {
    List<String> sentences =
        diff.differences().stream().map(difference -> difference.sentence(side)).toList();
    return Answer.of(
        sentences,
        Json.object(
            "differences",
            diff.differences().stream()
                .map(difference -> Json.object("difference", difference.sentence(side)))
                .toList(),
            "notes",
            diff.notes()));
  }

  static String counted(int differences) {
    return differences == 1 ? "1 difference" : differences + " differences";
  }

  static String sentence(Difference difference) {
    return difference.sentence("the scripts");
  }
}
