package io.limbeck.application.migrate;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Loss;
import io.limbeck.domain.LimbeckException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A downgrade that would lose rows, and that nobody confirmed for this database. */
public final class LossNotConfirmedException extends LimbeckException {
  private final List<Loss> losses;
  private final String name;

  private LossNotConfirmedException(String problem, String remedy, List<Loss> losses, String name) {
    super(problem, remedy);
    this.losses = List.copyOf(losses);
    this.name = name;
  }

  /**
   * @param losses what would be taken away
   * @throws LossNotConfirmedException if that is not confirmed
   */
  static void check(Database database, List<Loss> losses, Optional<String> confirmed) {
    String name = database.shortName();
    if (confirmed.isPresent() && !confirmed.get().equals(name)) {
      throw new LossNotConfirmedException(
          "The downgrade was confirmed for '%s', but the database is %s."
              .formatted(confirmed.get(), name),
          (losses.isEmpty() ? "" : "It would lose %s. ".formatted(joined(losses)))
              + "Nothing was run. Go to the database that was meant, or confirm it with this one's"
              + " name.",
          losses,
          name);
    }
    if (confirmed.isEmpty() && !losses.isEmpty()) {
      throw new LossNotConfirmedException(
          "The downgrade would lose %s.".formatted(joined(losses)),
          "Nothing was run. Keep a copy of what is needed, and confirm it with the database's name,"
              + " %s.".formatted(name),
          losses,
          name);
    }
  }

  /** {@return what would be lost; empty if only the confirmed name is wrong} */
  public List<Loss> losses() {
    return losses;
  }

  /** {@return the name that confirms it: the database's short name} */
  public String name() {
    return name;
  }

  private static String joined(List<Loss> losses) {
    return losses.stream().map(Loss::toString).collect(Collectors.joining(", "));
  }
}
