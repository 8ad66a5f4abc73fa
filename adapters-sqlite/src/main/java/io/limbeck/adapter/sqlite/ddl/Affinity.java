package io.limbeck.adapter.sqlite.ddl;

import java.util.Locale;

/** What SQLite makes of values that are stored in a column. */
public enum Affinity {
  INTEGER,
  TEXT,
  BLOB,
  REAL,
  NUMERIC;

  /**
   * {@return the affinity of a column, by <a
   * href="https://sqlite.org/datatype3.html#determination_of_column_affinity">SQLite's rules</a>,
   * in their order}
   *
   * @param type as written; empty for none
   */
  public static Affinity of(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    if (upper.contains("INT")) {
      return INTEGER;
    }
    if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
      return TEXT;
    }
    if (upper.contains("BLOB") || upper.isEmpty()) {
      return BLOB;
    }
    if (upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB")) {
      return REAL;
    }
    return NUMERIC;
  }
}
