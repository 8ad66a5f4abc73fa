package io.limbeck;

import dagger.Module;
import dagger.Provides;
import io.limbeck.application.MigrationSettings;
import io.limbeck.application.author.Autogenerate;
import io.limbeck.application.author.Check;
import io.limbeck.application.author.ComparisonSettings;
import io.limbeck.application.author.NewRevision;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.Dialect;
import io.limbeck.application.history.Current;
import io.limbeck.application.history.ListBranches;
import io.limbeck.application.history.ListHeads;
import io.limbeck.application.history.ListHistory;
import io.limbeck.application.history.Show;
import io.limbeck.application.history.ShowKept;
import io.limbeck.application.history.Survey;
import io.limbeck.application.migrate.Downgrade;
import io.limbeck.application.migrate.EnsureVersion;
import io.limbeck.application.migrate.Stamp;
import io.limbeck.application.migrate.Upgrade;
import io.limbeck.application.models.Models;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.Scripts;
import io.limbeck.application.verify.Drift;
import io.limbeck.application.verify.Verify;
import io.limbeck.domain.diff.Selection;
import io.limbeck.domain.revision.RevisionId;
import jakarta.inject.Provider;
import java.util.UUID;

/** Every use case and what it is made of. */
@Module
final class UseCases {
  private UseCases() {}

  @Provides
  static Upgrade upgrade(Scripts scripts, Database database, MigrationSettings settings) {
    return new Upgrade(scripts, database, settings);
  }

  @Provides
  static Downgrade downgrade(
      Scripts scripts, ScriptFormat format, Database database, MigrationSettings settings) {
    return new Downgrade(scripts, format, database, settings);
  }

  @Provides
  static Stamp stamp(Scripts scripts, Database database) {
    return new Stamp(scripts, database);
  }

  @Provides
  static EnsureVersion ensureVersion(Database database) {
    return new EnsureVersion(database);
  }

  @Provides
  static Current current(Scripts scripts, Database database) {
    return new Current(scripts, database);
  }

  @Provides
  static Survey survey(Scripts scripts, Database database) {
    return new Survey(scripts, database);
  }

  @Provides
  static ListHistory listHistory(Scripts scripts, Provider<Database> database) {
    return new ListHistory(scripts, database::get);
  }

  @Provides
  static ListHeads listHeads(Scripts scripts) {
    return new ListHeads(scripts);
  }

  @Provides
  static ListBranches listBranches(Scripts scripts) {
    return new ListBranches(scripts);
  }

  @Provides
  static Show show(Scripts scripts, Provider<Database> database) {
    return new Show(scripts, database::get);
  }

  @Provides
  static ShowKept showKept(ScriptFormat format, Database database) {
    return new ShowKept(format, database);
  }

  @Provides
  static NewRevision newRevision(Scripts scripts) {
    return new NewRevision(scripts, UseCases::newId);
  }

  @Provides
  static Autogenerate autogenerate(
      NewRevision newRevision,
      Scripts scripts,
      ScriptFormat format,
      Database database,
      Models models,
      Dialect dialect,
      ComparisonSettings settings) {
    return new Autogenerate(newRevision, scripts, format, database, models, dialect, settings);
  }

  @Provides
  static Check check(
      Scripts scripts, Database database, Models models, ComparisonSettings settings) {
    return new Check(scripts, database, models, settings);
  }

  @Provides
  static Drift drift(Scripts scripts, Database database, ComparisonSettings settings) {
    return new Drift(scripts, database, new Selection(settings.include(), settings.exclude()));
  }

  @Provides
  static Verify verify(Scripts scripts, Database database) {
    return new Verify(scripts, database);
  }

  /** Twelve hexadecimal digits, as Alembic makes them. */
  private static RevisionId newId() {
    String digits = UUID.randomUUID().toString().replace("-", "");
    return new RevisionId(digits.substring(digits.length() - 12));
  }
}
