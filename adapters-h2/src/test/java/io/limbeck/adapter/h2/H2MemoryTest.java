package io.limbeck.adapter.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract on a database in memory that an application has open. */
class H2MemoryTest implements H2Contract {
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
  private final Connection application;

  H2MemoryTest() throws SQLException {
    this.application = connect();
  }

  @BeforeEach
  void make_a_schema() {
    elsewhere("CREATE SCHEMA ops");
  }

  @AfterEach
  void end_the_application() throws SQLException {
    application.close();
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public Object footprint() {
    return List.of(tables(), column("SELECT COUNT(*) FROM information_schema.tables"));
  }

  @Override
  public Optional<String> schema() {
    return Optional.of("ops");
  }
}
