package io.limbeck.adapter.cli;

import io.limbeck.application.copy.NotAtSameHeadsException;
import io.limbeck.application.document.FailureCode;
import io.limbeck.application.migrate.LossNotConfirmedException;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.Heads;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
      case NotAtSameHeadsException apart -> upgrades(apart);
      default -> failure.remedy();
    };
  }

  private static String upgrades(NotAtSameHeadsException apart) {
    String target = upgrade(" --url " + quoted(apart.targetUrl().toString()), apart.source());
    String source = upgrade("", apart.target());
    if (target.isEmpty()) {
      return "Upgrade the source: %s.".formatted(source);
    }
    return "Upgrade the target: %s".formatted(target)
        + (source.isEmpty() ? "." : "; or, if it is ahead, the source: %s.".formatted(source));
  }

  private static String upgrade(String options, Heads heads) {
    return heads.sorted().stream()
        .map(head -> "limbeck%s upgrade %s".formatted(options, head))
        .collect(Collectors.joining(" and "));
  }

  /** As a shell takes it for one word. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
