package io.limbeck.adapter.sql.rows;

import io.limbeck.application.copy.Rows.Extract;
import io.limbeck.application.copy.Rows.Field;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SQL about the rows of a table. */
final class RowSql {
  private final RowDialect dialect;
  private final Table table;

  RowSql(RowDialect dialect, Table table) {
    this.dialect = dialect;
    this.table = table;
  }

  String count() {
    return "SELECT count(*) FROM " + name();
  }

  String selectNone(List<Name> columns) {
    return "SELECT %s FROM %s WHERE 1 = 0".formatted(list(columns), name());
  }

  String select(List<Field> fields, long skip, long most) {
    List<String> order = dialect.order(table);
    String sorted = order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order);
    String part =
        skip == 0 && most == Long.MAX_VALUE ? "" : " LIMIT %d OFFSET %d".formatted(most, skip);
    return "SELECT %s FROM %s".formatted(list(names(fields)), name()) + sorted + part;
  }

  /**
   * @param number what is sorted by; stands behind the fields
   * @param first whether it begins with the first row, not behind a number
   */
  String page(List<Field> fields, String number, boolean first, long skip, long most) {
    return "SELECT %s, %s FROM %s%s ORDER BY %s LIMIT %d OFFSET %d"
        .formatted(
            list(names(fields)),
            number,
            name(),
            first ? "" : " WHERE %s > ?".formatted(number),
            number,
            most,
            skip);
  }

  /**
   * @param own what the columns take, in the order of the fields
   */
  String insert(Extract extract, List<ValueType> own) {
    return "INSERT INTO %s (%s)%s VALUES (%s)"
        .formatted(
            name(),
            list(names(extract.fields())),
            dialect.overriding(),
            own.stream().map(dialect::placeholder).collect(Collectors.joining(", ")));
  }

  /**
   * @param key how many of the fields, the last ones, tell which row it is
   */
  String update(Extract extract, int key, List<ValueType> own) {
    int set = extract.fields().size() - key;
    List<String> equations =
        IntStream.range(0, extract.fields().size())
            .mapToObj(index ->
                "%s = %s"
                    .formatted(
                        dialect.quoted(extract.fields().get(index).column()),
                        dialect.placeholder(own.get(index))))
            .toList();
    return "UPDATE %s SET %s WHERE %s"
        .formatted(
            name(),
            String.join(", ", equations.subList(0, set)),
            String.join(" AND ", equations.subList(set, equations.size())));
  }

  private String name() {
    return dialect.quoted(table.name());
  }

  private String list(List<Name> columns) {
    return columns.stream().map(dialect::quoted).collect(Collectors.joining(", "));
  }

  private static List<Name> names(List<Field> fields) {
    return fields.stream().map(Field::column).toList();
  }
}
