package io.limbeck.adapter.cli;

import io.limbeck.application.author.NewRevision;
import io.limbeck.domain.revision.BranchLabel;
import io.limbeck.domain.revision.RevisionId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "revision",
    description = "Writes the script of a new revision.",
    abbreviateSynopsis = true)
final class RevisionCommand implements LimbeckCommand {
  private final CliModule.World world;
  private final Supplier<NewRevision> revision;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "What it does.")
  private String message = "";

  @Option(
      names = "--head",
      paramLabel = "REV",
      description = "What it builds on; default: head. 'base' for a new base.")
  private String head = "head";

  @Option(names = "--splice", description = "Allows to build on what is not a head.")
  private boolean splice;

  @Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for its branch.")
  private @Nullable String label;

  @Option(names = "--version-path", paramLabel = "DIR", description = "Where to write it.")
  private @Nullable Path folder;

  @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a new one.")
  private @Nullable String id;

  @Option(
      names = "--depends-on",
      paramLabel = "REV",
      description = "Another revision that must be applied first; may be repeated.")
  private List<String> dependencies = new ArrayList<>();

  RevisionCommand(CliModule.World world, Supplier<NewRevision> revision) {
    this.world = world;
    this.revision = revision;
  }

  @Override
  public Answer run() {
    NewRevision.Wish wish =
        new NewRevision.Wish(
            message,
            Optional.ofNullable(id).map(RevisionId::new),
            Optional.ofNullable(label).map(BranchLabel::new),
            Optional.ofNullable(folder).map(world.workingDirectory()::resolve));
    return written(revision.get().on(head, splice, dependencies, wish));
  }

  static Answer written(NewRevision.Written written) {
    return Answer.of(
        List.of("Generating %s ...  done".formatted(written.file())),
        Json.object(
            "revision", written.revision().id().value(),
            "down", Json.ids(written.revision().downRevisions()),
            "depends_on", written.revision().dependencies(),
            "path", written.file().toString()));
  }
}
