package io.limbeck.adapter.cli;

import io.limbeck.application.database.Progress;
import io.limbeck.application.migrate.Downgrade;
import io.limbeck.domain.revision.Target;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "downgrade", description = "Takes the database back to TARGET, newest first.")
final class DowngradeCommand implements LimbeckCommand {
  private static final Pattern COUNT = Pattern.compile("-\\d+");

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

  @Option(names = "--tag", paramLabel = "TAG", description = Tag.DESCRIPTION)
  private String tag = "";

  DowngradeCommand(Migrations migrations, Supplier<Downgrade> downgrade) {
    this.migrations = migrations;
    this.downgrade = downgrade;
  }

  @Override
  public Answer run() {
    if (target.startsWith("-") && !COUNT.matcher(target).lookingAt()) {
      throw new UsageException(
          "Unknown option: '%s'".formatted(target), "See 'limbeck downgrade --help'.");
    }
    if (sql) {
      Range range = Range.parse(target);
      if (range.start().isEmpty()) {
        throw new UsageException(
            "downgrade with --sql requires <fromrev>:<torev>",
            "There is no database to ask: name the revision to start from as well.");
      }
      return migrations.offline(
          range.start(),
          tag,
          () -> downgrade.get().to(Target.parse(range.target()), false, Progress.none()));
    }
    Target to = Target.parse(Range.none(target));
    return dryRun
        ? migrations.preview(downgrade.get().plan(to))
        : migrations.online(tag, progress -> downgrade.get().to(to, false, progress));
  }
}
