package io.limbeck.application.models;

/** The models: the schema that an application's code expects, wherever that is written down. */
public interface Models {

  /**
   * {@return the models as DDL for the kind of database in use, read anew at each call}
   *
   * @throws ModelsException if no models are configured, or they cannot be read or understood
   * @throws io.limbeck.application.script.ScriptException with line and column, if they are SQL
   *     that cannot be understood
   */
  Ddl ddl();
}
