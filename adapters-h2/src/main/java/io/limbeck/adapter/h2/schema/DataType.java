package io.limbeck.adapter.h2.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the information schema says of a type; each row that has one has these columns. A number
 * that is not there is 0.
 *
 * @param id what the parts of the type refer to, within its object
 * @param length of texts and bytes
 * @param digits of the fraction of a second
 * @param cardinality of an array, at most
 */
record DataType(
    String id,
    String name,
    long length,
    long precision,
    long scale,
    long digits,
    @Nullable String interval,
    long intervalPrecision,
    long cardinality,
    @Nullable String geometry,
    long geometrySystem) {

  static DataType of(ResultSet row) throws SQLException {
    return new DataType(
        row.getString("DTD_IDENTIFIER"),
        // In the letters that the database's names have.
        row.getString("DATA_TYPE").toUpperCase(Locale.ROOT),
        row.getLong("CHARACTER_MAXIMUM_LENGTH"),
        row.getLong("DECLARED_NUMERIC_PRECISION"),
        row.getLong("DECLARED_NUMERIC_SCALE"),
        row.getLong("DATETIME_PRECISION"),
        row.getString("INTERVAL_TYPE"),
        row.getLong("INTERVAL_PRECISION"),
        row.getLong("MAXIMUM_CARDINALITY"),
        row.getString("GEOMETRY_TYPE"),
        row.getLong("GEOMETRY_SRID"));
  }

  boolean isNumber() {
    return switch (name) {
      case "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "NUMERIC",
          "REAL",
          "DOUBLE PRECISION",
          "DECFLOAT" ->
          true;
      default -> false;
    };
  }
}
