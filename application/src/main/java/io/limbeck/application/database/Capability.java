package io.limbeck.application.database;

/** What one database can do and another cannot. */
public enum Capability {
  /** Changes to the schema are undone with the transaction they were made in. */
  TRANSACTIONAL_DDL
}
