package io.limbeck.application.author;

import io.limbeck.application.database.Database;
import io.limbeck.application.models.Models;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.diff.SchemaDiff;
import java.util.List;

/** Finds in what a database at the newest revision is not as the models want it. */
public final class Check {
  private final Scripts scripts;
  private final ModelDifferences differences;

  public Check(Scripts scripts, Database database, Models models, ComparisonSettings settings) {
    this.scripts = scripts;
    this.differences = new ModelDifferences(scripts, database, models, settings);
  }

  /**
   * {@return what would make the database as the models want it; empty if it is}
   *
   * @throws io.limbeck.domain.revision.MultipleHeadsException if there are several heads: it is not
   *     known on which of them a revision for the models would build
   * @throws NotUpToDateException if the database is not at the heads of the scripts
   * @throws io.limbeck.domain.LimbeckException if the models or the database cannot be read
   */
  public SchemaDiff find() {
    scripts.graph().newRevision("head", false, List.of());
    return differences.find().diff();
  }
}
