package io.limbeck.adapter.sql.rows;

import io.limbeck.application.copy.Rows;
import io.limbeck.application.copy.Rows.Extract;
import io.limbeck.application.copy.Rows.Field;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Writes rows through one connection. */
public final class JdbcWriting implements Rows.Writing {
  private final Connection connection;
  private final RowDialect dialect;
  private final Runnable whenClosed;

  /**
   * @param connection in no transaction
   * @param whenClosed closes the connection; does not fail
   */
  public JdbcWriting(Connection connection, RowDialect dialect, Runnable whenClosed) {
    this.connection = connection;
    this.dialect = dialect;
    this.whenClosed = whenClosed;
  }

  @Override
  public Rows.Filling insert(Extract extract) {
    RowSql sql = new RowSql(dialect, extract.table());
    return filling(extract, own -> sql.insert(extract, own));
  }

  @Override
  public Rows.Filling update(Extract extract, int key) {
    RowSql sql = new RowSql(dialect, extract.table());
    return filling(extract, own -> sql.update(extract, key, own));
  }

  private interface Wording {
    String of(List<ValueType> own);
  }

  private Rows.Filling filling(Extract extract, Wording wording) {
    try {
      List<ValueType> own = own(extract);
      return new JdbcFilling(
          connection, dialect, extract, own, connection.prepareStatement(wording.of(own)));
    } catch (SQLException refusal) {
      throw dialect.failure(refusal);
    }
  }

  private List<ValueType> own(Extract extract) throws SQLException {
    String query =
        new RowSql(dialect, extract.table())
            .selectNone(extract.fields().stream().map(Field::column).toList());
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet none = statement.executeQuery()) {
      List<ValueType> own = new ArrayList<>();
      for (int column = 1; column <= extract.fields().size(); column++) {
        own.add(dialect.type(none.getMetaData(), column));
      }
      return own;
    }
  }

  @Override
  public void advanceNumbers(Table table, OptionalLong last) {
    try {
      dialect.advanceNumbers(connection, table, last);
    } catch (SQLException refusal) {
      throw dialect.failure(refusal);
    }
  }

  @Override
  public void close() {
    whenClosed.run();
  }
}
