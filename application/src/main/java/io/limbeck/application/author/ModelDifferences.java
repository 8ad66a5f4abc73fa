package io.limbeck.application.author;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Scratch;
import io.limbeck.application.models.Ddl;
import io.limbeck.application.models.Models;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.diff.Selection;
import io.limbeck.domain.diff.Silence;
import io.limbeck.domain.diff.Terms;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.schema.Schema;

/**
 * Compares the models with a database: both as the database itself reads them, so the models are
 * made in an empty one first.
 */
final class ModelDifferences {
  private final Scripts scripts;
  private final Database database;
  private final Models models;
  private final ComparisonSettings settings;

  ModelDifferences(Scripts scripts, Database database, Models models, ComparisonSettings settings) {
    this.scripts = scripts;
    this.database = database;
    this.models = models;
    this.settings = settings;
  }

  /**
   * What the models want and what there is.
   *
   * @param diff from the database to the models
   */
  record Compared(Schema models, SchemaDiff diff, Terms terms) {}

  /**
   * @throws NotUpToDateException if the database is not at the heads of the scripts
   * @throws io.limbeck.application.models.ModelsException if the models cannot be read
   */
  Compared find() {
    Heads heads = database.heads();
    if (!heads.sameAs(new Heads(scripts.graph().realHeads()))) {
      throw new NotUpToDateException(database.name(), heads);
    }
    Ddl ddl = models.ddl();
    Selection selection = new Selection(settings.include(), settings.exclude());
    Silence silence =
        settings.compareDefaults() ? ddl.silence().but(Silence.Aspect.DEFAULTS) : ddl.silence();
    Terms terms = new Terms(selection, ddl.hints(), silence);
    Schema wanted = schema(ddl);
    return new Compared(wanted, SchemaDiff.between(database.schema(), wanted, terms), terms);
  }

  private Schema schema(Ddl ddl) {
    try (Scratch scratch = database.scratch()) {
      scratch.execute(ddl.statements(), ddl.location());
      return scratch.schema();
    }
  }
}
