package io.limbeck.adapter.jpa;

import io.limbeck.application.models.ModelsException;
import io.limbeck.application.models.WasComment;
import io.limbeck.domain.schema.Name;

/**
 * What is said beside a class or one of its members about an older name.
 *
 * @param place where it is said, for messages
 */
record SourceHint(Member member, WasComment comment, String place) {

  /**
   * @throws ModelsException if what is said is no name
   */
  Name was() {
    return comment
        .name()
        .orElseThrow(() ->
            new ModelsException(
                "%s: '%s' is no name.".formatted(place, comment.text()),
                "Write the old name alone behind was:, in quotes if it needs them."));
  }

  ModelsException misplaced() {
    return new ModelsException(
        "%s: This hint stands beside nothing that is one table or one column.".formatted(place),
        "Put it behind an entity or one of its fields, or alone in the line above.");
  }
}
