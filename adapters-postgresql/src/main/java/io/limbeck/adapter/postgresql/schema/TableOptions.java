package io.limbeck.adapter.postgresql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words about a table as a whole, and their places in CREATE TABLE. */
final class TableOptions {
  static final String SECURITY = "ROW LEVEL SECURITY";
  static final String FORCED_SECURITY = "FORCE ROW LEVEL SECURITY";

  private static final String PART = "PARTITION OF ";
  private static final String UNLOGGED = "UNLOGGED";
  // In the order in which they stand.
  private static final List<String> BEHIND =
      List.of("INHERITS ", "PARTITION BY ", "USING ", "WITH ");

  private TableOptions() {}

  static String create(String name, String items, List<String> options) {
    StringBuilder sql = new StringBuilder("CREATE ");
    if (options.contains(UNLOGGED)) {
      sql.append("UNLOGGED ");
    }
    sql.append("TABLE ").append(name);
    String list = items.isEmpty() ? "()" : "(\n%s\n)".formatted(items);
    Optional<String> part = option(PART, options);
    if (part.isPresent()) {
      int bound = bound(part.get());
      sql.append(' ').append(part.get(), 0, bound);
      sql.append(items.isEmpty() ? "" : " " + list).append(part.get().substring(bound));
    } else {
      sql.append(' ').append(list);
    }
    List<String> behind = new ArrayList<>();
    BEHIND.forEach(word -> option(word, options).ifPresent(behind::add));
    behind.forEach(option -> sql.append(' ').append(option));
    return sql.toString();
  }

  /** {@return where the bound of a partition begins, with the blank before it} */
  private static int bound(String part) {
    int values = part.indexOf(" FOR VALUES ", PART.length());
    return values >= 0 ? values : part.lastIndexOf(" DEFAULT");
  }

  private static Optional<String> option(String word, List<String> options) {
    return options.stream().filter(option -> option.startsWith(word)).findFirst();
  }

  /** {@return what turns row security on} */
  static String action(String security) {
    return security.equals(SECURITY) ? "ENABLE " + security : security;
  }
}
