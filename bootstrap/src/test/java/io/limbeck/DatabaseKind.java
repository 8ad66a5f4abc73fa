package io.limbeck;

import io.limbeck.adapter.h2.H2Module;
import io.limbeck.adapter.sqlite.SqliteModule;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kinds of database that one and the same script is run on. */
enum DatabaseKind {
  SQLITE {
    @Override
    Storage storage() {
      return SqliteModule.storage();
    }

    @Override
    Target in(Path folder) {
      Path file = folder.resolve("app.db");
      return new Target("sqlite:///" + file, "jdbc:sqlite:" + file, "app.db");
    }
  },
  H2 {
    @Override
    Storage storage() {
      return H2Module.storage();
    }

    @Override
    Target in(Path folder) {
      return h2(folder, "");
    }
  },
  /** As people have it who test with H2 what runs on PostgreSQL. */
  H2_LIKE_POSTGRESQL {
    @Override
    Storage storage() {
      return H2Module.storage();
    }

    @Override
    Target in(Path folder) {
      return h2(folder, ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    }
  };

  abstract Storage storage();

  /** {@return a database behind the port} */
  Database database(Path folder) {
    return storage()
        .database(
            new DatabaseSettings(
                DatabaseUrl.parse(in(folder).url()),
                folder,
                "alembic_version",
                "limbeck_history",
                Optional.empty(),
                Duration.ofSeconds(20),
                new DatabaseSettings.Signature("ada@engine", "0.1.0"),
                InstantSource.system()));
  }

  /** {@return an empty database, or one that comes into being on demand} */
  abstract Target in(Path folder);

  private static Target h2(Path folder, String options) {
    String url = "jdbc:h2:file:%s%s".formatted(folder.resolve("app"), options);
    return new Target(url, url, "app.mv.db");
  }

  /**
   * A database.
   *
   * @param url as the program takes it
   * @param jdbc as another program reaches it
   * @param shortName what confirms that rows are lost
   */
  record Target(String url, String jdbc, String shortName) {

    void execute(String... statements) throws SQLException {
      try (Connection connection = DriverManager.getConnection(jdbc);
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    }

    /** {@return what a query finds, a line per row, its columns parted by bars} */
    List<String> query(String sql) throws SQLException {
      try (Connection connection = DriverManager.getConnection(jdbc);
          Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        int columns = result.getMetaData().getColumnCount();
        List<String> rows = new ArrayList<>();
        while (result.next()) {
          List<String> values = new ArrayList<>();
          for (int column = 1; column <= columns; column++) {
            values.add(String.valueOf(result.getString(column)));
          }
          rows.add(String.join("|", values));
        }
        return rows;
      }
    }
  }
}
