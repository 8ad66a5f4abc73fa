package io.limbeck.adapter.cli;

import io.limbeck.domain.LimbeckException;

/** A script that could not be opened in an editor. */
final class EditorException extends LimbeckException {

  EditorException(String problem, String remedy) {
    super(problem, remedy);
  }
}
