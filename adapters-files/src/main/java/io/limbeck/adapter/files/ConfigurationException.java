package io.limbeck.adapter.files;

import io.limbeck.domain.LimbeckException;

/** A configuration that is missing, cannot be read, or says something that cannot be. */
final class ConfigurationException extends LimbeckException {
  ConfigurationException(String problem, String remedy) {
    super(problem, remedy);
  }

  ConfigurationException(String problem, String remedy, Throwable cause) {
    super(problem, remedy, cause);
  }
}
