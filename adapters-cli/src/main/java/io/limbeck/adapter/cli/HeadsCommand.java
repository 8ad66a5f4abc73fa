package io.limbeck.adapter.cli;

import io.limbeck.application.document.Document;
import io.limbeck.application.document.RevisionDocument;
import io.limbeck.application.history.ListHeads;
import io.limbeck.application.history.ListedRevision;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "heads", description = "Lists where the scripts end.", abbreviateSynopsis = true)
final class HeadsCommand implements LimbeckCommand {
  private final GlobalOptions options;
  private final RevisionText text;
  private final Supplier<ListHeads> heads;

  @Option(
      names = "--resolve-dependencies",
      description = "Leaves out heads that another revision depends on.")
  private boolean resolveDependencies;

  HeadsCommand(GlobalOptions options, RevisionText text, Supplier<ListHeads> heads) {
    this.options = options;
    this.text = text;
    this.heads = heads;
  }

  @Override
  public Answer run() {
    List<ListedRevision> found = heads.get().list(resolveDependencies);
    return Answer.of(
        found.stream()
            .flatMap(head ->
                options.verbose() ? text.inFull(head).stream() : Stream.of(text.asHead(head)))
            .toList(),
        Document.object("heads", RevisionDocument.of(found)));
  }
}
