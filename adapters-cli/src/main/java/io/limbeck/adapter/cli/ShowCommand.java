package io.limbeck.adapter.cli;

import io.limbeck.application.database.Database;
import io.limbeck.application.document.Document;
import io.limbeck.application.document.RevisionDocument;
import io.limbeck.application.history.ListedRevision;
import io.limbeck.application.history.Show;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptHeader;
import io.limbeck.application.script.Scripts;
import io.limbeck.application.script.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Shows one or more revisions in full.",
    abbreviateSynopsis = true)
final class ShowCommand implements LimbeckCommand {
  private final Messages messages;
  private final RevisionText text;
  private final Supplier<Show> show;
  private final Supplier<Scripts> scripts;
  private final Supplier<Database> database;

  @Parameters(paramLabel = "REV", description = "An id, a label, head, heads, current ...")
  private String revision;

  @Option(names = "--up", description = "Only the SQL of its upgrade.")
  private boolean up;

  @Option(names = "--down", description = "Only the SQL of its downgrade.")
  private boolean down;

  ShowCommand(
      Messages messages,
      RevisionText text,
      Supplier<Show> show,
      Supplier<Scripts> scripts,
      Supplier<Database> database) {
    this.messages = messages;
    this.text = text;
    this.show = show;
    this.scripts = scripts;
    this.database = database;
  }

  @Override
  public Answer run() {
    if (up && down) {
      throw new UsageException("--up and --down exclude each other", "Choose one of them.");
    }
    List<ListedRevision> found = show.get().of(revision);
    if (up || down) {
      return sql(found, up ? Section.Direction.UPGRADE : Section.Direction.DOWNGRADE);
    }
    found.stream().map(ListedRevision::header).forEach(this::tellName);
    return Answer.of(
        found.stream().flatMap(one -> text.inFull(one).stream()).toList(),
        Document.object("revisions", RevisionDocument.of(found)));
  }

  private void tellName(ScriptHeader header) {
    if (!header.isNamedForRevision()) {
      messages.info(
          "%s does not have its revision's id, %s, in its name; the header counts."
              .formatted(header.location(), header.revision().id()));
    }
  }

  private Answer sql(List<ListedRevision> found, Section.Direction direction) {
    List<String> statements = new ArrayList<>();
    for (ListedRevision one : found) {
      Script script = scripts.get().script(one.id());
      script
          .section(direction, database.get().dialect())
          .ifPresent(section ->
              section.statements().forEach(statement -> statements.add(statement.sql() + ";")));
    }
    return Answer.of(statements, Document.object("sql", statements));
  }
}
