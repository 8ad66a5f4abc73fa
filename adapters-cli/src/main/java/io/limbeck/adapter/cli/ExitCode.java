package io.limbeck.adapter.cli;

import io.limbeck.application.document.FailureCode;

/**
 * What a script that calls the program can tell apart; part of its interface. Those of failures are
 * {@link FailureCode}'s.
 */
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = FailureCode.FAILED;
  static final int USAGE = 2;
  static final int BEHIND = FailureCode.BEHIND;
  static final int MODELS_DIFFER = 4;
  static final int DRIFT = 5;
  static final int UNKNOWN_OR_CHANGED = FailureCode.UNKNOWN_OR_CHANGED;

  private ExitCode() {}
}
