package io.limbeck.adapter.h2.schema;

import io.limbeck.adapter.sql.StandardDialect;
import io.limbeck.application.database.Dialect;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** The SQL of scripts for H2: the standard's. */
public final class H2Dialect {
  private H2Dialect() {}

  /** {@return the dialect for a database that is open} */
  public static Dialect of(DatabaseMetaData database) throws SQLException {
    return of(Folding.of(database));
  }

  public static Dialect of(Folding folding) {
    H2Names names = new H2Names(folding);
    // Every column that is computed is stored, and H2 knows no word for it.
    return new StandardDialect(names::spelled, names::madeUp, generated -> "");
  }
}
