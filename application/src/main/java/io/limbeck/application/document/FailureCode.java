package io.limbeck.application.document;

import io.limbeck.application.author.NotUpToDateException;
import io.limbeck.application.copy.NotAtSameHeadsException;
import io.limbeck.application.database.LockNotObtainedException;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.UnknownHeadException;
import io.limbeck.application.migrate.LossNotConfirmedException;
import io.limbeck.application.migrate.NoSectionException;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.AmbiguousWalkException;
import io.limbeck.domain.revision.MultipleHeadsException;
import io.limbeck.domain.revision.UnknownRevisionException;

/** Tells kinds of failures apart for programs: the program's exit code, on every face. */
public final class FailureCode {
  public static final int FAILED = 1;
  public static final int BEHIND = 3;
  public static final int SEVERAL_HEADS = 6;
  public static final int LOCKED = 7;
  public static final int UNKNOWN_OR_CHANGED = 8;
  public static final int REFUSED = 9;

  /** What a shell reports of a program that SIGINT ended. */
  public static final int INTERRUPTED = 130;

  private FailureCode() {}

  public static int of(LimbeckException failure) {
    return switch (failure) {
      case MultipleHeadsException several -> SEVERAL_HEADS;
      case AmbiguousWalkException several -> SEVERAL_HEADS;
      case LockNotObtainedException locked -> LOCKED;
      case UnknownRevisionException unknown -> UNKNOWN_OR_CHANGED;
      case UnknownHeadException unknown -> UNKNOWN_OR_CHANGED;
      case NoSectionException irreversible -> REFUSED;
      case LossNotConfirmedException destructive -> REFUSED;
      case NotUpToDateException behind -> BEHIND;
      case NotAtSameHeadsException behind -> BEHIND;
      case RunInterruptedException interrupted -> INTERRUPTED;
      default -> FAILED;
    };
  }
}
