package io.limbeck.adapter.sql.rows;

import io.limbeck.application.copy.RowKey;
import io.limbeck.application.copy.Rows;
import io.limbeck.application.copy.Rows.Extract;
import io.limbeck.application.copy.Rows.Field;
import io.limbeck.application.copy.ValueMisfitException;
import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Reads rows through one connection, which sees one moment. */
public final class JdbcReading implements Rows.Reading {
  private static final int ROWS_AT_ONCE = 1_000;
  private static final int PAGE = 5_000;

  private final Connection connection;
  private final RowDialect dialect;
  private final Runnable whenClosed;

  /**
   * @param connection in a transaction that sees one moment, if others may write
   * @param whenClosed closes the connection; does not fail
   */
  public JdbcReading(Connection connection, RowDialect dialect, Runnable whenClosed) {
    this.connection = connection;
    this.dialect = dialect;
    this.whenClosed = whenClosed;
  }

  @Override
  public Map<Name, ValueType> types(Table table) {
    List<Name> names = table.columns().stream().map(Column::name).toList();
    RowSql sql = new RowSql(dialect, table);
    Map<Name, ValueType> types = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql.selectNone(names));
        ResultSet none = statement.executeQuery()) {
      for (int index = 0; index < names.size(); index++) {
        types.put(names.get(index), dialect.type(none.getMetaData(), index + 1));
      }
    } catch (SQLException refusal) {
      throw dialect.failure(refusal);
    }
    return types;
  }

  @Override
  public long count(Table table) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(new RowSql(dialect, table).count())) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException refusal) {
      throw dialect.failure(refusal);
    }
  }

  @Override
  public OptionalLong lastNumber(Table table) {
    try {
      return dialect.lastNumber(connection, table);
    } catch (SQLException refusal) {
      throw dialect.failure(refusal);
    }
  }

  @Override
  public boolean hasLastingOrder(Table table) {
    return !dialect.order(table).isEmpty();
  }

  @Override
  public void forEach(Extract extract, long skip, long most, Consumer<List<Value>> row) {
    try {
      if (dialect.pageBy().isPresent()) {
        new Pages(extract, dialect.pageBy().get()).forEach(skip, most, row);
      } else {
        RowSql sql = new RowSql(dialect, extract.table());
        try (PreparedStatement statement =
            connection.prepareStatement(sql.select(extract.fields(), skip, most))) {
          statement.setFetchSize(ROWS_AT_ONCE);
          try (ResultSet rows = statement.executeQuery()) {
            tell(extract, rows, skip, row);
          }
        }
      }
    } catch (SQLException refusal) {
      throw dialect.failure(refusal);
    }
  }

  /** A large result, a part at a time. */
  private final class Pages {
    private final Extract extract;
    private final String number;

    Pages(Extract extract, String number) {
      this.extract = extract;
      this.number = number;
    }

    void forEach(long skip, long most, Consumer<List<Value>> row) throws SQLException {
      RowSql sql = new RowSql(dialect, extract.table());
      long told = 0;
      long last = Long.MIN_VALUE;
      long page;
      do {
        long wanted = Math.min(PAGE, most - told);
        long passed = told == 0 ? skip : 0;
        String query = sql.page(extract.fields(), number, told == 0, passed, wanted);
        try (PreparedStatement statement = connection.prepareStatement(query)) {
          if (told > 0) {
            statement.setLong(1, last);
          }
          try (ResultSet rows = statement.executeQuery()) {
            long[] seen = {last};
            page = tell(extract, rows, skip + told, row, seen);
            last = seen[0];
          }
        }
        told += page;
      } while (page == PAGE && told < most);
    }
  }

  private void tell(Extract extract, ResultSet rows, long passed, Consumer<List<Value>> row)
      throws SQLException {
    tell(extract, rows, passed, row, new long[0]);
  }

  /**
   * @param passed how many rows come before the first, for messages
   * @param number receives what stands behind the fields, if it has room
   * @return how many rows were told
   */
  private long tell(
      Extract extract, ResultSet rows, long passed, Consumer<List<Value>> row, long[] number)
      throws SQLException {
    List<Field> fields = extract.fields();
    ValueType[] own = own(rows.getMetaData(), fields.size());
    long told = 0;
    while (rows.next()) {
      Value[] values = new Value[fields.size()];
      for (int index = 0; index < values.length; index++) {
        try {
          values[index] =
              Fitting.fit(dialect.read(rows, index + 1, own[index]), fields.get(index).type());
        } catch (Misfit misfit) {
          throw new ValueMisfitException(
              extract.table().name().toString(),
              RowKey.of(extract, asTheyAre(rows, own), OptionalLong.of(passed + told + 1)),
              fields.get(index).column().text(),
              misfit.value(),
              misfit.wanted());
        }
      }
      if (number.length > 0) {
        number[0] = rows.getLong(values.length + 1);
      }
      told++;
      row.accept(Arrays.asList(values));
    }
    return told;
  }

  private ValueType[] own(ResultSetMetaData columns, int count) throws SQLException {
    ValueType[] own = new ValueType[count];
    for (int index = 0; index < count; index++) {
      own[index] = dialect.type(columns, index + 1);
    }
    return own;
  }

  /** {@return the values of a row that is only to be named} */
  private List<Value> asTheyAre(ResultSet row, ValueType[] own) throws SQLException {
    List<Value> values = new ArrayList<>();
    for (int index = 0; index < own.length; index++) {
      try {
        values.add(dialect.read(row, index + 1, own[index]));
      } catch (Misfit damaged) {
        values.add(Value.Null.NULL);
      }
    }
    return values;
  }

  @Override
  public void close() {
    whenClosed.run();
  }
}
