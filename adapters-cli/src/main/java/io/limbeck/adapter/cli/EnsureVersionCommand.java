package io.limbeck.adapter.cli;

import io.limbeck.application.database.Database;
import io.limbeck.application.document.Document;
import io.limbeck.application.migrate.EnsureVersion;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "ensure_version",
    aliases = "ensure-version",
    description = "Makes the version table where it is missing.",
    abbreviateSynopsis = true)
final class EnsureVersionCommand implements LimbeckCommand {
  private final Migrations migrations;
  private final Supplier<EnsureVersion> ensure;
  private final Supplier<Database> database;

  @Option(names = "--sql", description = "Writes the SQL instead of running it.")
  private boolean sql;

  EnsureVersionCommand(
      Migrations migrations, Supplier<EnsureVersion> ensure, Supplier<Database> database) {
    this.migrations = migrations;
    this.ensure = ensure;
    this.database = database;
  }

  @Override
  public Answer run() {
    if (sql) {
      return migrations.offline(List.of(), "", () -> ensure.get().now());
    }
    ensure.get().now();
    return Answer.silent(Document.object()).about(database.get());
  }
}
