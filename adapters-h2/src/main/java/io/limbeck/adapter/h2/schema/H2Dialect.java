package io.limbeck.adapter.h2.schema;

import io.limbeck.adapter.sql.StandardDialect;
import io.limbeck.application.database.Dialect;

/** The SQL of scripts for H2: the standard's. */
public final class H2Dialect {
  private H2Dialect() {}

  public static Dialect of(Folding folding) {
    H2Names names = new H2Names(folding);
    // Every column that is computed is stored, and H2 knows no word for it.
    return new StandardDialect(names::spelled, names::madeUp, generated -> "");
  }
}
