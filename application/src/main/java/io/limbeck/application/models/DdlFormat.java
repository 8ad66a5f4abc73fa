package io.limbeck.application.models;

/** The language of models that are DDL themselves: SQL, with hints in its comments. */
public interface DdlFormat {

  /**
   * Reads DDL. A comment {@code -- was: old_name} says what a table or a column was called before.
   * Statements that only begin or end a transaction are left out.
   *
   * @param location where {@code text} is kept, for messages
   * @throws ModelsException if there is no statement
   * @throws io.limbeck.application.script.ScriptException with the line and column of whatever
   *     cannot be understood
   */
  Ddl read(String text, String location);
}
