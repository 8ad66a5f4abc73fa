package io.limbeck.application.database;

import io.limbeck.domain.operation.Operation;
import java.util.List;

/** Says changes to a schema in the SQL that scripts for one kind of database are written in. */
public interface Dialect {

  /**
   * {@return the statements that carry out an operation, in order, without semicolons; none for one
   * that only a person can carry out}
   */
  List<String> render(Operation operation);
}
