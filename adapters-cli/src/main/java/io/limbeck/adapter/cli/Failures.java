package io.limbeck.adapter.cli;

import io.limbeck.application.database.LockNotObtainedException;
import io.limbeck.application.database.UnknownHeadException;
import io.limbeck.application.migrate.NoSectionException;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.MultipleHeadsException;
import io.limbeck.domain.revision.UnknownRevisionException;

/** Foreseen failures as exit codes and, where the command line knows more, as hints. */
final class Failures {
  private Failures() {}

  static int exitCode(LimbeckException failure) {
    return switch (failure) {
      case MultipleHeadsException several -> ExitCode.SEVERAL_HEADS;
      case LockNotObtainedException locked -> ExitCode.LOCKED;
      case UnknownRevisionException unknown -> ExitCode.UNKNOWN_OR_CHANGED;
      case UnknownHeadException unknown -> ExitCode.UNKNOWN_OR_CHANGED;
      case NoSectionException irreversible -> ExitCode.REFUSED;
      case NotAtHeadsException behind -> ExitCode.BEHIND;
      case UsageException misused -> ExitCode.USAGE;
      default -> ExitCode.FAILED;
    };
  }
}
