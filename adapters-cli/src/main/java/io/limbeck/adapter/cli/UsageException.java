package io.limbeck.adapter.cli;

import io.limbeck.domain.LimbeckException;

/** Arguments that do not go together. */
final class UsageException extends LimbeckException {

  UsageException(String problem, String remedy) {
    super(problem, remedy);
  }
}
