package io.limbeck.application.author;

import io.limbeck.application.database.Database;
import io.limbeck.application.models.Models;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.diff.SchemaDiff;

/** Finds in what a database at the newest revision is not as the models want it. */
public final class Check {
  private final ModelDifferences differences;

  public Check(Scripts scripts, Database database, Models models, ComparisonSettings settings) {
    this.differences = new ModelDifferences(scripts, database, models, settings);
  }

  /**
   * {@return what would make the database as the models want it; empty if it is}
   *
   * @throws NotUpToDateException if the database is not at the heads of the scripts
   * @throws io.limbeck.domain.LimbeckException if the models or the database cannot be read
   */
  public SchemaDiff find() {
    return differences.find().diff();
  }
}
