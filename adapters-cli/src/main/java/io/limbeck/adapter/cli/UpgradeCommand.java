package io.limbeck.adapter.cli;

import io.limbeck.application.database.Progress;
import io.limbeck.application.migrate.Upgrade;
import io.limbeck.domain.revision.Target;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "upgrade",
    description = "Upgrades the database to TARGET, base first.",
    abbreviateSynopsis = true)
final class UpgradeCommand implements LimbeckCommand {
  private final Migrations migrations;
  private final Supplier<Upgrade> upgrade;

  @Parameters(
      paramLabel = "TARGET",
      arity = "0..1",
      defaultValue = "head",
      description =
          "head (default), heads, an id, a label, +2, label@head ...; FROM:TO with --sql.")
  private String target;

  @Option(names = "--sql", description = "Writes the SQL instead of running it.")
  private boolean sql;

  @Option(names = "--dry-run", description = "Shows what would run on this database.")
  private boolean dryRun;

  @Option(names = "--atomic", description = "All revisions in one transaction.")
  private boolean atomic;

  @Option(names = "--tag", paramLabel = "TAG", description = Tag.DESCRIPTION)
  private String tag = "";

  UpgradeCommand(Migrations migrations, Supplier<Upgrade> upgrade) {
    this.migrations = migrations;
    this.upgrade = upgrade;
  }

  @Override
  public Answer run() {
    if (sql) {
      Range range = Range.parse(target);
      return migrations.offline(
          range.start(), tag, () -> upgrade.get().to(to(range.target()), atomic, Progress.none()));
    }
    Target to = to(Range.none(target));
    return dryRun
        ? migrations.preview(upgrade.get().plan(to))
        : migrations.online(tag, progress -> upgrade.get().to(to, atomic, progress));
  }

  private static Target to(String word) {
    return Target.parse(word);
  }
}
