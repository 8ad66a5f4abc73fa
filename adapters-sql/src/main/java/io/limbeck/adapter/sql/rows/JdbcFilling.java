package io.limbeck.adapter.sql.rows;

import io.limbeck.application.copy.RowKey;
import io.limbeck.application.copy.RowRefusedException;
import io.limbeck.application.copy.Rows;
import io.limbeck.application.copy.Rows.Extract;
import io.limbeck.application.copy.ValueMisfitException;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.ValueType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends rows in batches. If one is refused, the rows of the batch are sent again one by one to see
 * which: drivers do not tell, or only in texts that hold the values.
 */
final class JdbcFilling implements Rows.Filling {
  private static final int ROWS_AT_ONCE = 500;
  private static final long CHARACTERS_AT_ONCE = 1_000_000;

  private final Connection connection;
  private final RowDialect dialect;
  private final Extract extract;
  private final List<ValueType> own;
  private final PreparedStatement statement;
  private final List<List<Value>> waiting = new ArrayList<>();
  private long characters;
  private RowDialect.@Nullable Transaction transaction;

  /**
   * @param statement a parameter for each field, in order
   */
  JdbcFilling(
      Connection connection,
      RowDialect dialect,
      Extract extract,
      List<ValueType> own,
      PreparedStatement statement) {
    this.connection = connection;
    this.dialect = dialect;
    this.extract = extract;
    this.own = own;
    this.statement = statement;
  }

  @Override
  public void add(List<Value> row) {
    try {
      if (transaction == null) {
        transaction = dialect.begin(connection, extract.table());
      }
      bind(row);
      statement.addBatch();
      waiting.add(row);
      if (waiting.size() == ROWS_AT_ONCE || characters >= CHARACTERS_AT_ONCE) {
        send();
      }
    } catch (SQLException refusal) {
      throw undone(failure(refusal, List.of()));
    }
  }

  @Override
  public void commit() {
    if (transaction == null) {
      return;
    }
    try {
      send();
      transaction.commit();
      end();
    } catch (SQLException refusal) {
      throw undone(failure(refusal, List.of()));
    }
  }

  private void bind(List<Value> row) throws SQLException {
    for (int index = 0; index < row.size(); index++) {
      Value value = row.get(index);
      try {
        dialect.bind(statement, index + 1, value, own.get(index));
      } catch (Misfit misfit) {
        throw undone(
            new ValueMisfitException(
                extract.table().name().toString(),
                RowKey.of(extract, row, OptionalLong.empty()),
                extract.fields().get(index).column().text(),
                misfit.value(),
                misfit.wanted()));
      }
      characters += size(value);
    }
  }

  private static long size(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text.length();
      case Value.Bytes(byte[] bytes) -> bytes.length;
      case Value.Json json -> json.text().length();
      case Value.Other(String text) -> text.length();
      default -> 0;
    };
  }

  private void send() throws SQLException {
    if (waiting.isEmpty()) {
      return;
    }
    execute("SAVEPOINT limbeck_rows");
    try {
      statement.executeBatch();
    } catch (SQLException ofBatch) {
      statement.clearBatch();
      SQLException refusal = ofRow(ofBatch);
      if (dialect.isAboutTheRow(refusal)) {
        throw undone(refused(refusal));
      }
      throw refusal;
    }
    execute("RELEASE SAVEPOINT limbeck_rows");
    waiting.clear();
    characters = 0;
  }

  /** What drivers say about a batch may hold its values. */
  private static SQLException ofRow(SQLException ofBatch) {
    if (ofBatch.getCause() instanceof SQLException cause) {
      return cause;
    }
    return Optional.ofNullable(ofBatch.getNextException()).orElse(ofBatch);
  }

  private LimbeckException refused(SQLException ofBatch) throws SQLException {
    execute("ROLLBACK TO SAVEPOINT limbeck_rows");
    for (List<Value> row : waiting) {
      bind(row);
      try {
        statement.executeUpdate();
      } catch (SQLException refusal) {
        return failure(refusal, row);
      }
    }
    return failure(ofBatch, List.of());
  }

  private LimbeckException failure(SQLException refusal, List<Value> row) {
    return dialect.isAboutTheRow(refusal)
        ? new RowRefusedException(
            extract.table().name().toString(),
            RowKey.of(extract, row, OptionalLong.empty()),
            dialect.reason(refusal),
            refusal)
        : dialect.failure(refusal);
  }

  /** Undoes what was not committed, and {@return what is then to be thrown} */
  private LimbeckException undone(LimbeckException failure) {
    try {
      statement.clearBatch();
      end();
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
    }
    return failure;
  }

  private void end() throws SQLException {
    waiting.clear();
    characters = 0;
    RowDialect.Transaction ending = transaction;
    transaction = null;
    if (ending != null) {
      ending.close();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement other = connection.createStatement()) {
      other.execute(sql);
    }
  }

  @Override
  public void close() {
    try {
      end();
      statement.close();
    } catch (SQLException lost) {
      // What was committed is there, and what was not is undone when the connection ends.
    }
  }
}
