package io.limbeck.adapter.cli;

import io.limbeck.application.document.Document;
import io.limbeck.application.document.RevisionDocument;
import io.limbeck.application.history.ListHistory;
import io.limbeck.application.history.ListedRevision;
import io.limbeck.domain.revision.HistoryRange;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "history",
    description = "Lists the revisions, newest first.",
    abbreviateSynopsis = true)
final class HistoryCommand implements LimbeckCommand {
  private final GlobalOptions options;
  private final RevisionText text;
  private final Supplier<ListHistory> history;

  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "FROM:TO",
      description = "Only this part, both ends included; 'current' may be an end.")
  private String range = "";

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Marks where the database stands.")
  private boolean indicateCurrent;

  @Option(names = "--graph", description = "Draws the graph beside the list.")
  private boolean graph;

  HistoryCommand(GlobalOptions options, RevisionText text, Supplier<ListHistory> history) {
    this.options = options;
    this.text = text;
    this.history = history;
  }

  @Override
  public Answer run() {
    HistoryRange wanted = range.isEmpty() ? HistoryRange.all() : HistoryRange.parse(range);
    List<ListedRevision> revisions = history.get().list(wanted, indicateCurrent);
    return Answer.of(lines(revisions), result(revisions));
  }

  private List<String> lines(List<ListedRevision> revisions) {
    if (graph) {
      return GraphDrawing.of(
          revisions,
          revision -> options.verbose() ? text.inFull(revision) : List.of(text.inGraph(revision)));
    }
    return options.verbose()
        ? revisions.stream().flatMap(revision -> text.inFull(revision).stream()).toList()
        : revisions.stream().map(text::inHistory).toList();
  }

  private Map<String, Object> result(List<ListedRevision> revisions) {
    List<Map<String, Object>> objects = RevisionDocument.of(revisions);
    if (indicateCurrent) {
      IntStream.range(0, objects.size())
          .forEach(i -> objects.get(i).put("is_current", revisions.get(i).isCurrent()));
    }
    return Document.object(
        "order",
        revisions.stream().map(revision -> revision.id().value()).toList(),
        "revisions",
        objects);
  }
}
