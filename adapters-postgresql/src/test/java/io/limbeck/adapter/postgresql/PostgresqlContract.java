package io.limbeck.adapter.postgresql;

import io.limbeck.application.copy.Rows;
import io.limbeck.application.copy.RowsContract;
import io.limbeck.application.database.ConstraintContract;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseContract;
import io.limbeck.application.database.DatabaseSettings;
import java.util.List;
import java.util.Optional;

/** The contract on PostgreSQL, seen from outside through connections of one's own. */
interface PostgresqlContract extends DatabaseContract, ConstraintContract, RowsContract {
  EmbeddedServer SERVER = EmbeddedServer.shared();

  /** {@return the name of the database under test} */
  String name();

  @Override
  default Database database(DatabaseSettings settings) {
    return PostgresqlModule.storage().database(settings);
  }

  @Override
  default Rows rows(DatabaseSettings settings) {
    return PostgresqlModule.rows().rows(settings);
  }

  @Override
  default String typeOfBytes() {
    return "BYTEA";
  }

  @Override
  default void elsewhere(String... sql) {
    SERVER.execute(name(), sql);
  }

  @Override
  default List<String> tables() {
    return SERVER.query(
        name(),
        "SELECT lower(table_name) FROM information_schema.tables WHERE table_schema NOT IN"
            + " ('pg_catalog', 'information_schema') ORDER BY 1");
  }

  @Override
  default List<String> rows(String table) {
    return SERVER.query(name(), "SELECT * FROM %s ORDER BY ctid".formatted(table));
  }

  /** Every transaction that writes anything takes a number. */
  @Override
  default Object footprint() {
    return SERVER.query(
        name(), "SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())");
  }

  @Override
  default String whoHolds() {
    return "process \\d+ \\(limbeck 0\\.1\\.0 ada@engine, user \\w+, from [0-9.:]+, since"
        + " [-0-9T:]+Z\\) has held its lock for longer than 400 ms";
  }

  @Override
  default Optional<String> schema() {
    return Optional.of("ops");
  }
}
