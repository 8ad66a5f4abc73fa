package io.limbeck.adapter.cli;

import io.limbeck.application.database.Database;
import io.limbeck.application.verify.Drift;
import io.limbeck.application.verify.Drift.Drifted;
import io.limbeck.domain.revision.RevisionId;
import java.util.List;
import java.util.Map;
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
                found.stream().map(DriftCommand::inWords).toList(),
                Json.object("differences", found.stream().map(DriftCommand::json).toList()))
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

  static String inWords(Drifted drifted) {
    return Differences.sentence(drifted.difference())
        + drifted.revision().map(id -> " (revision %s)".formatted(id)).orElse("");
  }

  private static Map<String, Object> json(Drifted drifted) {
    Map<String, Object> object =
        Json.object("difference", Differences.sentence(drifted.difference()));
    drifted.revision().map(RevisionId::value).ifPresent(id -> object.put("revision", id));
    return object;
  }
}
