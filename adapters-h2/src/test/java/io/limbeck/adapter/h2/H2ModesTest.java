package io.limbeck.adapter.h2;

import io.limbeck.application.database.AtomicityContract;
import io.limbeck.application.database.ConstraintContract;
import io.limbeck.application.database.HistoryContract;
import io.limbeck.application.database.LossContract;
import io.limbeck.application.database.ReadingContract;
import io.limbeck.application.database.SchemaContract;
import io.limbeck.application.database.StepContract;
import io.limbeck.application.database.VersionTableContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/**
 * The contract on databases in memory that speak as others do, or treat names in other ways; but
 * for races, which are the same in all of them.
 */
class H2ModesTest {

  @Nested
  class Strict extends InMode implements ConstraintContract {
    Strict() {
      super("MODE=Strict");
    }
  }

  @Nested
  class Legacy extends InMode implements ConstraintContract {
    Legacy() {
      super("MODE=Legacy");
    }
  }

  @Nested
  class Db2 extends InMode implements ConstraintContract {
    Db2() {
      super("MODE=DB2;DEFAULT_NULL_ORDERING=HIGH");
    }
  }

  @Nested
  class Derby extends InMode implements ConstraintContract {
    Derby() {
      super("MODE=Derby");
    }
  }

  @Nested
  class Hsqldb extends InMode implements ConstraintContract {
    Hsqldb() {
      super("MODE=HSQLDB;DEFAULT_NULL_ORDERING=FIRST");
    }
  }

  @Nested
  class MsSqlServer extends InMode implements ConstraintContract {
    MsSqlServer() {
      super("MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    }
  }

  @Nested
  class MariaDb extends InMode implements ConstraintContract {
    MariaDb() {
      super("MODE=MariaDB;DATABASE_TO_LOWER=TRUE");
    }
  }

  @Nested
  class MySql extends InMode implements ConstraintContract {
    MySql() {
      super("MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    }
  }

  @Nested
  class Oracle extends InMode implements ConstraintContract {
    Oracle() {
      super("MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH");
    }
  }

  @Nested
  class PostgreSql extends InMode implements ConstraintContract {
    PostgreSql() {
      super("MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    }
  }

  /** Without constraints: where letters count, their contract is about other columns. */
  @Nested
  class NamesAsWritten extends InMode {
    NamesAsWritten() {
      super("DATABASE_TO_UPPER=FALSE");
    }
  }

  @Nested
  class NamesOfAnyCase extends InMode implements ConstraintContract {
    NamesOfAnyCase() {
      super("CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    }
  }

  /** A database that an application has open. */
  abstract static class InMode
      implements H2UnderTest,
          ReadingContract,
          StepContract,
          AtomicityContract,
          VersionTableContract,
          HistoryContract,
          LossContract,
          SchemaContract {
    private final String url;
    private final Connection application;

    InMode(String options) {
      this.url = "jdbc:h2:mem:%s;%s".formatted(UUID.randomUUID(), options);
      this.application = open();
    }

    private Connection open() {
      try {
        return connect();
      } catch (SQLException refusal) {
        throw new AssertionError(url, refusal);
      }
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
      return List.of(tables(), column("SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES"));
    }

    @Override
    public Optional<String> schema() {
      return Optional.of("ops");
    }
  }
}
