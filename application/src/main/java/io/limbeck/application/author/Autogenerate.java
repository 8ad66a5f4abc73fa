package io.limbeck.application.author;

import io.limbeck.application.author.NewRevision.Wish;
import io.limbeck.application.author.NewRevision.Written;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.Dialect;
import io.limbeck.application.models.Models;
import io.limbeck.application.script.Draft;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.diff.SchemaDiff;
import java.util.List;
import java.util.Optional;

/** Writes the script of a revision that makes a database as the models want it. */
public final class Autogenerate {
  private final NewRevision newRevision;
  private final ModelDifferences differences;
  private final Dialect dialect;
  private final Proof proof;

  public Autogenerate(
      NewRevision newRevision,
      Scripts scripts,
      ScriptFormat format,
      Database database,
      Models models,
      Dialect dialect,
      ComparisonSettings settings) {
    this.newRevision = newRevision;
    this.differences = new ModelDifferences(scripts, database, models, settings);
    this.dialect = dialect;
    this.proof = new Proof(scripts, format, database);
  }

  /**
   * What came of it.
   *
   * @param diff from the database to the models
   * @param written the script; empty if there was nothing to write
   * @param proof what trying the script said; empty if none was written
   */
  public record Generated(SchemaDiff diff, Optional<Written> written, Optional<Proven> proof) {}

  /**
   * What trying a script said.
   *
   * @param problems why it is not proven, sentences without a full stop; empty if it is
   * @param tables how many tables had rows while it was tried
   */
  public record Proven(List<String> problems, int tables) {
    public Proven {
      problems = List.copyOf(problems);
    }

    /** {@return for example {@code 4 tables}} */
    public String tablesInWords() {
      return tables == 1 ? "1 table" : tables + " tables";
    }

    public boolean isProven() {
      return problems.isEmpty();
    }
  }

  /**
   * Compares, and writes a script if there are differences. It is tried before it is written; what
   * cannot be proven is written all the same.
   *
   * @param head see {@link NewRevision#on}
   * @param allowEmpty whether a script is written without differences, too
   * @throws NotUpToDateException if the database is not at the heads of the scripts
   * @throws io.limbeck.domain.LimbeckException if the models or the database cannot be read, or the
   *     script cannot be written; no file remains
   */
  public Generated on(
      String head, boolean splice, List<String> dependencies, Wish wish, boolean allowEmpty) {
    ModelDifferences.Compared compared = differences.find();
    SchemaDiff diff = compared.diff();
    if (diff.isEmpty() && !allowEmpty) {
      return new Generated(diff, Optional.empty(), Optional.empty());
    }
    Draft empty = newRevision.draft(head, splice, dependencies, wish);
    Draft.Body body = GeneratedBody.of(diff, dialect);
    Proven proven = proof.of(empty.with(body), compared);
    Draft draft = empty.with(body.with(remark(proven)));
    return new Generated(diff, Optional.of(newRevision.write(draft)), Optional.of(proven));
  }

  private static String remark(Proven proven) {
    return proven.isProven()
        ? "Proof: up, down and up again over %s with rows.".formatted(proven.tablesInWords())
        : "Proof: none, %s.".formatted(proven.problems().getFirst().lines().findFirst().orElse(""));
  }
}
