package io.limbeck.application.admin;

import io.limbeck.domain.LimbeckException;

/** A server that cannot be started as it was asked for. */
public final class AdminException extends LimbeckException {
  public AdminException(String problem, String remedy) {
    super(problem, remedy);
  }

  public AdminException(String problem, String remedy, Throwable cause) {
    super(problem, remedy, cause);
  }
}
