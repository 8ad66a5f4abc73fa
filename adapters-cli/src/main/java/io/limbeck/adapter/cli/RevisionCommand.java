package io.limbeck.adapter.cli;

import io.limbeck.application.author.Autogenerate;
import io.limbeck.application.author.Autogenerate.Generated;
import io.limbeck.application.author.Autogenerate.Proven;
import io.limbeck.application.author.NewRevision;
import io.limbeck.application.database.Database;
import io.limbeck.application.document.Document;
import io.limbeck.domain.diff.Difference;
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
  private final Messages messages;
  private final Supplier<NewRevision> revision;
  private final Supplier<Autogenerate> generator;
  private final Supplier<Database> database;

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

  @Option(
      names = "--autogenerate",
      description = "Fills it with what makes the database as the models want it.")
  private boolean autogenerate;

  @Option(
      names = "--allow-empty",
      description = "With --autogenerate: writes a script without differences, too.")
  private boolean allowEmpty;

  RevisionCommand(
      CliModule.World world,
      Messages messages,
      Supplier<NewRevision> revision,
      Supplier<Autogenerate> generator,
      Supplier<Database> database) {
    this.world = world;
    this.messages = messages;
    this.revision = revision;
    this.generator = generator;
    this.database = database;
  }

  @Override
  public Answer run() {
    NewRevision.Wish wish =
        new NewRevision.Wish(
            message,
            Optional.ofNullable(id).map(RevisionId::new),
            Optional.ofNullable(label).map(BranchLabel::new),
            Optional.ofNullable(folder).map(world.workingDirectory()::resolve));
    if (allowEmpty && !autogenerate) {
      throw new UsageException(
          "--allow-empty is for --autogenerate", "Leave it out: the script is empty anyway.");
    }
    return autogenerate
        ? generated(generator.get().on(head, splice, dependencies, wish, allowEmpty))
        : written(revision.get().on(head, splice, dependencies, wish));
  }

  private Answer generated(Generated generated) {
    for (Difference difference : generated.diff().differences()) {
      messages.info("Detected: " + difference.sentence("the models"));
    }
    generated.diff().notes().forEach(messages::info);
    if (generated.written().isEmpty()) {
      messages.info("No changes in schema detected; nothing is written.");
      return Differences.answer(generated.diff(), "the models").silent().about(database.get());
    }
    Proven proven = generated.proof().orElseThrow();
    Answer answer = written(generated.written().get());
    if (proven.isProven()) {
      messages.info(
          "Proven in a throw-away database: up, down and up again over %s with rows."
              .formatted(proven.tablesInWords()));
      return answer;
    }
    messages.failed(
        "The script is written but not proven: " + String.join("; ", proven.problems()),
        "Mend %s, then try it with 'limbeck verify'.".formatted(generated.written().get().file()));
    return answer.withExitCode(ExitCode.FAILED);
  }

  static Answer written(NewRevision.Written written) {
    return Answer.of(
        List.of("Generating %s ...  done".formatted(written.file())),
        Document.object(
            "revision", written.revision().id().value(),
            "down", Document.ids(written.revision().downRevisions()),
            "depends_on", written.revision().dependencies(),
            "path", written.file().toString()));
  }
}
