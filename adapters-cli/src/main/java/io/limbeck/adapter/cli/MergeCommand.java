package io.limbeck.adapter.cli;

import io.limbeck.application.author.NewRevision;
import io.limbeck.domain.revision.BranchLabel;
import io.limbeck.domain.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "merge",
    description = "Writes the script of a revision that joins others.",
    abbreviateSynopsis = true)
final class MergeCommand implements LimbeckCommand {
  private final Supplier<NewRevision> revision;

  @Parameters(paramLabel = "REV", arity = "1..*", description = "What to join; 'heads' for all.")
  private List<String> revisions;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "What it does.")
  private String message = "";

  @Option(names = "--splice", description = "Allows to build on what is not a head.")
  private boolean splice;

  @Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for its branch.")
  private @Nullable String label;

  @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a new one.")
  private @Nullable String id;

  MergeCommand(Supplier<NewRevision> revision) {
    this.revision = revision;
  }

  @Override
  public Answer run() {
    NewRevision.Wish wish =
        new NewRevision.Wish(
            message,
            Optional.ofNullable(id).map(RevisionId::new),
            Optional.ofNullable(label).map(BranchLabel::new),
            Optional.empty());
    return RevisionCommand.written(revision.get().merging(revisions, splice, wish));
  }
}
