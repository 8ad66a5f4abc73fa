package io.limbeck.adapter.cli;

import io.limbeck.application.document.DifferenceDocument;
import io.limbeck.domain.diff.SchemaDiff;

/** Differences between schemas, as sentences and as JSON. */
final class Differences {
  private Differences() {}

  /**
   * @param side what wants it otherwise, like {@code the models}
   */
  static Answer answer(SchemaDiff diff, String side) {
    return Answer.of(
        diff.differences().stream().map(difference -> difference.sentence(side)).toList(),
        DifferenceDocument.of(diff, side));
  }

  static String counted(int differences) {
    return differences == 1 ? "1 difference" : differences + " differences";
  }
}
