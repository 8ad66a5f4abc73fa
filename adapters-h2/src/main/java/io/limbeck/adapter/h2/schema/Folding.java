package io.limbeck.adapter.h2.schema;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.util.ParserUtil;

/** What a database makes of the letters of a name that stands without quotes. */
public enum Folding {
  /** Large ones, as H2 does unless its URL says otherwise. */
  UPPER,
  /** Small ones, as PostgreSQL does: {@code DATABASE_TO_LOWER=TRUE}. */
  LOWER,
  /** Nothing: {@code DATABASE_TO_UPPER=FALSE}. */
  NONE;

  static Folding of(DatabaseMetaData database) throws SQLException {
    if (database.storesUpperCaseIdentifiers()) {
      return UPPER;
    }
    return database.storesLowerCaseIdentifiers() ? LOWER : NONE;
  }

  /** {@return a name as the database has it once it was written without quotes} */
  String folded(String name) {
    return switch (this) {
      case UPPER -> name.toUpperCase(Locale.ROOT);
      case LOWER -> name.toLowerCase(Locale.ROOT);
      case NONE -> name;
    };
  }

  /** {@return whether a name that a database has is found again without quotes} */
  boolean needsNoQuotes(String name) {
    return ParserUtil.isSimpleIdentifier(name, this == UPPER, this == LOWER);
  }
}
