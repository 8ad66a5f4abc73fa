package io.limbeck.adapter.postgresql;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract for a user who may do everything. */
class PostgresqlTest implements PostgresqlContract {
  private final String name = SERVER.newDatabase();

  @BeforeEach
  void make_a_schema() {
    SERVER.execute(name, "CREATE SCHEMA ops");
  }

  @AfterEach
  void drop_the_database() {
    SERVER.drop(name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String url() {
    return SERVER.url(name);
  }
}
