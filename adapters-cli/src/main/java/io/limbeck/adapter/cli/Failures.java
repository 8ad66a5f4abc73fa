package io.limbeck.adapter.cli;

import io.limbeck.application.document.FailureCode;
import io.limbeck.application.migrate.LossNotConfirmedException;
import io.limbeck.domain.LimbeckException;
import java.util.regex.Pattern;

/** Foreseen failures as exit codes and, where the command line knows more, with its options. */
final class Failures {
  private static final Pattern PLAIN = Pattern.compile("[\\w.:@%+,/-]+");

  private Failures() {}

  static int exitCode(LimbeckException failure) {
    return switch (failure) {
      case NotAtHeadsException behind -> ExitCode.BEHIND;
      case UsageException misused -> ExitCode.USAGE;
      default -> FailureCode.of(failure);
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
