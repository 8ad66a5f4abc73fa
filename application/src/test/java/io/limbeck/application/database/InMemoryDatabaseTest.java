package io.limbeck.application.database;

import java.util.List;
import java.util.Optional;

class InMemoryDatabaseTest implements DatabaseContract {
  private final InMemoryDatabase data = new InMemoryDatabase();

  @Override
  public String url() {
    return "memory:";
  }

  @Override
  public Database database(DatabaseSettings settings) {
    return data.with(settings);
  }

  @Override
  public void elsewhere(String... sql) {
    data.execute(sql);
  }

  @Override
  public List<String> tables() {
    return data.tables();
  }

  @Override
  public List<String> rows(String table) {
    return data.rows(table);
  }

  @Override
  public Object footprint() {
    return List.of(data.tables(), data.executed());
  }

  @Override
  public Optional<String> schema() {
    return Optional.of("anywhere");
  }
}
