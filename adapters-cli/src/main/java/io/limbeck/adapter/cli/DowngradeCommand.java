package io.limbeck.adapter.cli;

import io.limbeck.application.database.Progress;
import io.limbeck.application.migrate.Downgrade;
import io.limbeck.application.migrate.Migration;
import io.limbeck.domain.revision.Target;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "downgrade",
    description = "Takes the database back to TARGET, newest first.",
    abbreviateSynopsis = true)
final class DowngradeCommand implements LimbeckCommand {
  private final Migrations migrations;
  private final Supplier<Downgrade> downgrade;

  @Parameters(
      paramLabel = "TARGET",
      description = "base, an id, -1, label@-1, label@base ...; FROM:TO with --sql.")
  private String target;

  @Option(names = "--sql", description = "Writes the SQL instead of running it.")
  private boolean sql;

  @Option(names = "--dry-run", description = "Shows what would run on this database.")
  private boolean dryRun;

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The database's file name, to agree to the loss of rows.")
  private @Nullable String confirmed;

  @Option(names = "--tag", paramLabel = "TAG", description = Tag.DESCRIPTION)
  private String tag = "";

  DowngradeCommand(Migrations migrations, Supplier<Downgrade> downgrade) {
    this.migrations = migrations;
    this.downgrade = downgrade;
  }

  @Override
  public Answer run() {
    if (sql) {
      Range range = Range.parse(target);
      if (range.start().isEmpty()) {
        throw new UsageException(
            "downgrade with --sql requires <fromrev>:<torev>",
            "There is no database to ask: name the revision to start from as well.");
      }
      return migrations.offline(
          range.start(), tag, () -> to(Target.parse(range.target()), Progress.none()));
    }
    Target to = Target.parse(Range.none(target));
    return dryRun
        ? migrations.preview(downgrade.get().plan(to))
        : migrations.online(tag, progress -> to(to, progress));
  }

  private Migration to(Target to, Progress progress) {
    return downgrade.get().to(to, Optional.ofNullable(confirmed), false, progress);
  }
}
