package io.limbeck.adapter.cli;

import io.limbeck.application.author.Check;
import io.limbeck.application.database.Database;
import io.limbeck.domain.diff.SchemaDiff;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

@Command(
    name = "check",
    description = "Fails if the database is not as the models want it.",
    abbreviateSynopsis = true)
final class CheckCommand implements LimbeckCommand {
  private final Messages messages;
  private final Supplier<Check> check;
  private final Supplier<Database> database;

  CheckCommand(Messages messages, Supplier<Check> check, Supplier<Database> database) {
    this.messages = messages;
    this.check = check;
    this.database = database;
  }

  @Override
  public Answer run() {
    SchemaDiff diff = check.get().find();
    diff.notes().forEach(messages::info);
    Answer answer = Differences.answer(diff, "the models").about(database.get());
    if (diff.isEmpty()) {
      messages.info("No new upgrade operations detected.");
      return answer;
    }
    messages.failed(
        "New upgrade operations detected: %s between the models and %s"
            .formatted(Differences.counted(diff.differences().size()), database.get().name()),
        "Write a revision for them with 'limbeck revision --autogenerate -m ...'.");
    return answer.withExitCode(ExitCode.MODELS_DIFFER);
  }
}
