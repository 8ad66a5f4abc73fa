package io.limbeck.application.models;

import io.limbeck.domain.LimbeckException;

/** Models that are not configured, cannot be read, or make no sense. */
public final class ModelsException extends LimbeckException {
  public ModelsException(String problem, String remedy) {
    super(problem, remedy);
  }

  public ModelsException(String problem, String remedy, Throwable cause) {
    super(problem, remedy, cause);
  }
}
