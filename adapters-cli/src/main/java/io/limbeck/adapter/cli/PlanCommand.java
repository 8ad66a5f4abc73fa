package io.limbeck.adapter.cli;

import io.limbeck.application.migrate.Upgrade;
import io.limbeck.domain.revision.Target;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "plan",
    description = "Shows what an upgrade would do, and what is risky about it.",
    abbreviateSynopsis = true)
final class PlanCommand implements LimbeckCommand {
  private final Migrations migrations;
  private final Supplier<Upgrade> upgrade;

  @Parameters(
      paramLabel = "TARGET",
      arity = "0..1",
      defaultValue = "head",
      description = "head (default), heads, an id, a label, +2, label@head ...")
  private String target;

  PlanCommand(Migrations migrations, Supplier<Upgrade> upgrade) {
    this.migrations = migrations;
    this.upgrade = upgrade;
  }

  @Override
  public Answer run() {
    return migrations.preview(upgrade.get().plan(Target.parse(Range.none(target))));
  }
}
