package io.limbeck.adapter.cli;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.document.DifferenceDocument;
import io.limbeck.application.migrate.Stamp;
import io.limbeck.application.verify.Drift;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.Target;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "stamp",
    description = "Records where the database stands, without running anything.",
    abbreviateSynopsis = true)
final class StampCommand implements LimbeckCommand {
  private final Migrations migrations;
  private final Messages messages;
  private final Supplier<Stamp> stamp;
  private final Supplier<Drift> drift;
  private final Supplier<Database> database;

  @Parameters(
      paramLabel = "TARGET",
      arity = "1..*",
      description = "head, heads, base, an id, a label ...; FROM:TO with --sql.")
  private List<String> targets;

  @Option(names = "--sql", description = "Writes the SQL instead of running it.")
  private boolean sql;

  @Option(names = "--purge", description = "Deletes all rows of the version table first.")
  private boolean purge;

  @Option(names = "--tag", paramLabel = "TAG", description = Tag.DESCRIPTION)
  private String tag = "";

  StampCommand(
      Migrations migrations,
      Messages messages,
      Supplier<Stamp> stamp,
      Supplier<Drift> drift,
      Supplier<Database> database) {
    this.migrations = migrations;
    this.messages = messages;
    this.stamp = stamp;
    this.drift = drift;
    this.database = database;
  }

  @Override
  public Answer run() {
    if (!sql) {
      List<Target> to = targets.stream().map(Range::none).map(Target::parse).toList();
      tellDrift(stamp.get().plan(to, purge).to());
      return migrations.online(tag, progress -> stamp.get().at(to, purge, progress));
    }
    if (purge) {
      throw new UsageException(
          "Can't use --purge with --sql mode",
          "There is no database to look into: write the DELETE yourself.");
    }
    List<Range> ranges = targets.stream().map(Range::parse).toList();
    List<Target> to = ranges.stream().map(Range::target).map(Target::parse).toList();
    return migrations.offline(start(ranges), tag, () -> stamp.get().at(to, false, Progress.none()));
  }

  /** A stamp believes what it is told; the schema may say otherwise. */
  private void tellDrift(Heads heads) {
    if (!database.get().exists()) {
      return;
    }
    try {
      List<Drift.Drifted> found = drift.get().find(heads);
      if (!found.isEmpty()) {
        messages.info(
            "The schema is not as %s makes it, in %s:"
                .formatted(heads, Differences.counted(found.size())));
        found.forEach(drifted -> messages.info("  " + DifferenceDocument.sentence(drifted)));
      }
    } catch (LimbeckException unknown) {
      messages.info("The schema is not compared with %s: %s".formatted(heads, unknown.problem()));
    }
  }

  private static List<String> start(List<Range> ranges) {
    List<String> starts =
        ranges.stream().flatMap(range -> range.start().stream()).distinct().toList();
    if (starts.size() > 1) {
      throw new UsageException(
          "Stamp operation with --sql only supports a single starting revision at a time",
          "These are named: %s. Write one.".formatted(String.join(", ", starts)));
    }
    return starts;
  }
}
