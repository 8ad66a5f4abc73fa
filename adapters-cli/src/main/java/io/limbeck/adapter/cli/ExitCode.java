package io.limbeck.adapter.cli;

/** What a script that calls the program can tell apart; part of its interface. */
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int BEHIND = 3;
  static final int MODELS_DIFFER = 4;
  static final int DRIFT = 5;
  static final int SEVERAL_HEADS = 6;
  static final int LOCKED = 7;
  static final int UNKNOWN_OR_CHANGED = 8;
  static final int REFUSED = 9;

  /** What a shell reports of a program that SIGINT ended. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
