package io.limbeck.application.database;

import io.limbeck.application.script.Statement;
import java.util.List;

/**
 * Writes what scripts say as SQL that any client of one kind of database can run. The steps come in
 * their order: what one needs can depend on those before.
 */
public interface Renderer extends AutoCloseable {

  /**
   * {@return the SQL of a step's statements}
   *
   * @throws DatabaseException if it depends on steps that cannot be followed
   */
  Rendering render(ScriptedStep step);

  /** Frees what following the steps took; never fails. */
  @Override
  void close();

  /**
   * A step as SQL.
   *
   * @param before what must be executed before its transaction begins; if there is anything, the
   *     statements only make sense in a transaction
   * @param statements in order, without semicolons
   */
  record Rendering(List<String> before, List<String> statements) {
    public Rendering {
      before = List.copyOf(before);
      statements = List.copyOf(statements);
    }
  }

  /** {@return one for databases that understand the scripts as they are} */
  static Renderer asWritten() {
    return new Renderer() {
      @Override
      public Rendering render(ScriptedStep step) {
        return new Rendering(List.of(), step.statements().stream().map(Statement::sql).toList());
      }

      @Override
      public void close() {}
    };
  }
}
