package io.limbeck.adapter.postgresql;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The contract for a user who owns the database, and may make no other. */
class PostgresqlPlainUserTest implements PostgresqlContract {
  private static final String USER = "plain";

  private final String name = SERVER.newDatabase(USER);

  @BeforeAll
  static void make_a_user() {
    SERVER.execute("postgres", "CREATE ROLE %s LOGIN".formatted(USER));
  }

  @BeforeEach
  void make_a_schema() {
    elsewhere("CREATE SCHEMA ops");
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
    return SERVER.url(USER, name);
  }

  @Override
  public void elsewhere(String... sql) {
    SERVER.executeAs(USER, name, sql);
  }
}
