package io.limbeck.adapter.cli;

import io.limbeck.application.database.Database;
import io.limbeck.application.document.StandingDocument;
import io.limbeck.application.history.Current;
import io.limbeck.application.history.ListedRevision;
import io.limbeck.application.history.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "current",
    description = "Shows where the database stands.",
    abbreviateSynopsis = true)
final class CurrentCommand implements LimbeckCommand {
  private final GlobalOptions options;
  private final Messages messages;
  private final RevisionText text;
  private final Supplier<Current> current;
  private final Supplier<Database> database;

  @Option(
      names = {"-c", "--check-heads"},
      description = "Fails if not all revisions are applied, or a script changed since it ran.")
  private boolean checkHeads;

  CurrentCommand(
      GlobalOptions options,
      Messages messages,
      RevisionText text,
      Supplier<Current> current,
      Supplier<Database> database) {
    this.options = options;
    this.messages = messages;
    this.text = text;
    this.current = current;
    this.database = database;
  }

  @Override
  public Answer run() {
    Standing standing = current.get().read();
    if (checkHeads && !standing.atHeads()) {
      throw new NotAtHeadsException(standing, database.get().name());
    }
    tell(standing);
    Answer answer = Answer.of(lines(standing), StandingDocument.of(standing)).about(database.get());
    return checkHeads && !standing.changed().isEmpty()
        ? answer.withExitCode(ExitCode.UNKNOWN_OR_CHANGED)
        : answer;
  }

  private void tell(Standing standing) {
    if (!standing.exists()) {
      messages.info("There is no database at %s yet.".formatted(database.get().name()));
    }
    standing.changed().forEach(messages::changed);
    if (standing.pending() > 0) {
      messages.info(
          "%d %s pending; 'limbeck upgrade heads' applies %s."
              .formatted(
                  standing.pending(),
                  standing.pending() == 1 ? "revision is" : "revisions are",
                  standing.pending() == 1 ? "it" : "them"));
    }
  }

  private List<String> lines(Standing standing) {
    if (!options.verbose()) {
      return standing.current().stream().map(text::asCurrent).toList();
    }
    List<String> lines = new ArrayList<>();
    lines.add("Current revision(s) for %s:".formatted(database.get().name()));
    for (ListedRevision revision : standing.current()) {
      lines.addAll(text.inFull(revision));
    }
    return lines;
  }
}
