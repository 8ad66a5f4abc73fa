package io.limbeck.domain.revision;

import java.util.Optional;

/**
 * A word for revisions, in its two parts: {@code label@name}, or just the name.
 *
 * @param label what stands before the first {@code @}; may be the empty string
 */
record Symbol(Optional<String> label, String name) {

  static Symbol of(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new Symbol(Optional.empty(), text)
        : new Symbol(Optional.of(text.substring(0, at)), text.substring(at + 1));
  }

  /** {@return the branch it names; empty if it names none, as in {@code @head}} */
  Optional<String> branch() {
    return label.filter(text -> !text.isEmpty());
  }
}
