package io.limbeck.adapter.cli;

import io.limbeck.application.document.Document;
import io.limbeck.application.document.RevisionDocument;
import io.limbeck.application.history.ListBranches;
import io.limbeck.application.history.ListedRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

@Command(
    name = "branches",
    description = "Lists where the history forks.",
    abbreviateSynopsis = true)
final class BranchesCommand implements LimbeckCommand {
  private final GlobalOptions options;
  private final RevisionText text;
  private final Supplier<ListBranches> branches;

  BranchesCommand(GlobalOptions options, RevisionText text, Supplier<ListBranches> branches) {
    this.options = options;
    this.text = text;
    this.branches = branches;
  }

  @Override
  public Answer run() {
    List<ListBranches.Branch> found = branches.get().list();
    return Answer.of(
        found.stream().flatMap(branch -> lines(branch).stream()).toList(),
        Document.object(
            "branches",
            found.stream()
                .map(branch ->
                    Document.object(
                        "branch_point", RevisionDocument.of(branch.point()),
                        "children", RevisionDocument.of(branch.children())))
                .toList()));
  }

  private List<String> lines(ListBranches.Branch branch) {
    List<String> lines =
        new ArrayList<>(
            options.verbose()
                ? text.inFull(branch.point())
                : List.of(text.inBranches(branch.point())));
    String indent = " ".repeat(branch.point().id().value().length());
    for (ListedRevision child : branch.children()) {
      String message = options.verbose() ? ", " + child.revision().message() : "";
      lines.add(indent + " -> " + text.inBranches(child) + message);
    }
    lines.add("");
    return lines;
  }
}
