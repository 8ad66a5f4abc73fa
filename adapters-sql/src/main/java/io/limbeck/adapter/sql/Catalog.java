package io.limbeck.adapter.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How a kind of database finds a table, and keeps the order of its rows. */
public interface Catalog {

  /**
   * Looks a table up with one query, and no failing one.
   *
   * @param column of the table
   * @return how the database spells both; empty if there is no such table
   */
  Optional<Found> find(Connection connection, TableName table, String column) throws SQLException;

  /** {@return the SQL of the pseudo column that counts up with each row} */
  String rowOrder();

  /** {@return whether an empty text is one; if not, it is NULL, as in Oracle's SQL} */
  default boolean takesEmptyTexts(Connection connection) throws SQLException {
    return true;
  }

  /**
   * A table that is there.
   *
   * @param table its name as SQL
   * @param column the name of the column that was asked for, as SQL
   */
  record Found(String table, String column) {}
}
