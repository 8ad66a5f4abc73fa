package io.limbeck.adapter.sqlite.alter;

/** How an ALTER TABLE is carried out. */
public enum Way {
  /** There is nothing to do. */
  NOTHING,
  /** SQLite does it. */
  NATIVE,
  /** The table's definition is changed where SQLite keeps it; its rows stay where they are. */
  IN_PLACE,
  /** The rows are copied into a new table, which takes the place of the old one. */
  REBUILD
}
