package io.limbeck.adapter.cli;

import io.limbeck.application.database.Database;
import io.limbeck.application.document.DifferenceDocument;
import io.limbeck.application.verify.Drift;
import io.limbeck.application.verify.Drift.Drifted;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

@Command(
    name = "drift",
    description = "Fails if the database is not as the revisions it stands at make it.",
    abbreviateSynopsis = true)
final class DriftCommand implements LimbeckCommand {
  private final Messages messages;
  private final Supplier<Drift> drift;
  private final Supplier<Database> database;

  DriftCommand(Messages messages, Supplier<Drift> drift, Supplier<Database> database) {
    this.messages = messages;
    this.drift = drift;
    this.database = database;
  }

  @Override
  public Answer run() {
    List<Drifted> found = drift.get().find();
    Answer answer =
        Answer.of(
                found.stream().map(DifferenceDocument::sentence).toList(),
                DifferenceDocument.of(found))
            .about(database.get());
    if (found.isEmpty()) {
      messages.info("%s is as its history says.".formatted(database.get().name()));
      return answer;
    }
    messages.failed(
        "%s is not as its history says: %s"
            .formatted(database.get().name(), Differences.counted(found.size())),
        "Write a revision that makes the scripts agree with it, or undo what was done by hand.");
    return answer.withExitCode(ExitCode.DRIFT);
  }
}
