package io.limbeck.adapter.cli;

import io.limbeck.application.author.NotUpToDateException;
import io.limbeck.application.database.LockNotObtainedException;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.UnknownHeadException;
import io.limbeck.application.migrate.LossNotConfirmedException;
import io.limbeck.application.migrate.NoSectionException;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.AmbiguousWalkException;
import io.limbeck.domain.revision.MultipleHeadsException;
import io.limbeck.domain.revision.UnknownRevisionException;
import java.util.regex.Pattern;

/** Foreseen failures as exit codes and, where the command line knows more, with its options. */
final class Failures {
  private static final Pattern PLAIN = Pattern.compile("[\\w.:@%+,/-]+");

  private Failures() {}

  static int exitCode(LimbeckException failure) {
    return switch (failure) {
      case MultipleHeadsException several -> ExitCode.SEVERAL_HEADS;
      case AmbiguousWalkException several -> ExitCode.SEVERAL_HEADS;
      case LockNotObtainedException locked -> ExitCode.LOCKED;
      case UnknownRevisionException unknown -> ExitCode.UNKNOWN_OR_CHANGED;
      case UnknownHeadException unknown -> ExitCode.UNKNOWN_OR_CHANGED;
      case NoSectionException irreversible -> ExitCode.REFUSED;
      case LossNotConfirmedException destructive -> ExitCode.REFUSED;
      case NotAtHeadsException behind -> ExitCode.BEHIND;
      case NotUpToDateException behind -> ExitCode.BEHIND;
      case RunInterruptedException interrupted -> ExitCode.INTERRUPTED;
      case UsageException misused -> ExitCode.USAGE;
      default -> ExitCode.FAILED;
    };
  }

  /** {@return what to do next, with the option that does it} */
  static String remedy(LimbeckException failure) {
    return switch (failure) {
      case LossNotConfirmedException loss ->
          "%s Use --confirm=%s to do so.".formatted(loss.remedy(), quoted(loss.name()));
      default -> failure.remedy();
    };
  }

  /** As a shell takes it for one word. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
