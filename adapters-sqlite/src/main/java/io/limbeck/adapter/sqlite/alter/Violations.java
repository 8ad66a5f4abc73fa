package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Column;
import io.limbeck.adapter.sqlite.ddl.Constraint;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.CreateTable;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sqlite.SQLiteErrorCode;

/**
 * Finds the rows that stand in the way of a new definition, counts them and shows a few. SQLite
 * itself says only that a constraint failed.
 */
final class Violations {
  private static final String CHANGE_ROWS =
      "Change those rows first, in this revision before the ALTER TABLE.";

  private static final Set<Integer> ROWS_DO_NOT_FIT =
      Set.of(
          SQLiteErrorCode.SQLITE_ERROR.code,
          SQLiteErrorCode.SQLITE_CONSTRAINT.code,
          SQLiteErrorCode.SQLITE_MISMATCH.code);

  private final Sql sql;
  private final TableRow table;
  private final Shape shape;
  private final Reshaping reshaping;

  Violations(Sql sql, TableRow table, Shape shape, Reshaping reshaping) {
    this.sql = sql;
    this.table = table;
    this.shape = shape;
    this.reshaping = reshaping;
  }

  /** Sees that the tables are there which new foreign keys reference. */
  void checkParents() throws SQLException {
    for (Constraint reference : newReferences()) {
      Name parent = reference.parent().orElseThrow();
      boolean there =
          parent.equals(table.name())
              || sql.number(
                      "SELECT count(*) FROM %s WHERE type = 'table' AND name = ? COLLATE NOCASE"
                          .formatted(table.catalogue()),
                      parent.text())
                  > 0;
      if (!there) {
        throw new AlterRefusedException(
            "%s references the table %s, which is not there".formatted(nameOf(reference), parent),
            "Make that table first.");
      }
    }
  }

  /** Looks, while the table is as it was, for rows that would not fit. */
  void checkValues() throws SQLException {
    for (Name column : reshaping.notNull()) {
      checkNotNull(column);
    }
    for (Name name : reshaping.added().keySet()) {
      Column column = reshaping.after().column(name).orElseThrow();
      if (column.has(Kind.NOT_NULL) && !hasValue(column)) {
        long rows = sql.number("SELECT count(*) FROM " + table.qualified());
        if (rows > 0) {
          throw new AlterRefusedException(
              "%s.%s is NOT NULL without a default, and %s"
                  .formatted(table.name(), name, rows(rows, "there is %s", "there are %s")),
              "Give it a default; or add it without NOT NULL, fill it, and set NOT NULL then.");
        }
      }
    }
    for (Name column : newKeyColumns()) {
      if (reshaping.source(column).isPresent()) {
        checkNotNull(column);
      }
    }
  }

  /** Looks, when the table is as wanted, for rows that break a new CHECK or foreign key. */
  void checkConstraints() throws SQLException {
    ConstraintNames names = ConstraintNames.of(reshaping.after());
    for (Constraint check : newOnes(Kind.CHECK)) {
      String condition = check.expression().orElseThrow().of(reshaping.after().sql());
      refuseIfAny(
          "NOT " + condition,
          "%s, CHECK %s".formatted(names.nameOf(check).orElseThrow(), condition));
    }
    for (Constraint reference : newReferences()) {
      checkReference(reference);
    }
  }

  /** Something that copies rows. */
  interface Copying {
    void carryOut() throws SQLException;
  }

  /**
   * Copies the rows; if a row does not fit, tells which, as far as that can be found out from the
   * table as it was.
   *
   * @param copy what the new table is called meanwhile
   */
  void explaining(Name copy, Copying copying) throws SQLException {
    try {
      copying.carryOut();
    } catch (SQLException refusal) {
      if (refusal.getErrorCode() == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
        Optional<AlterRefusedException> duplicates = duplicates();
        if (duplicates.isPresent()) {
          throw duplicates.get();
        }
      }
      if (!ROWS_DO_NOT_FIT.contains(refusal.getErrorCode())) {
        throw refusal;
      }
      String reason =
          AlterRefusedException.reason(refusal).replace(copy.text(), table.name().text());
      throw new AlterRefusedException(reason, CHANGE_ROWS, refusal);
    }
  }

  private Optional<AlterRefusedException> duplicates() throws SQLException {
    for (Constraint key :
        reshaping.after().allConstraints().stream()
            .filter(constraint ->
                constraint.kind() == Kind.UNIQUE || constraint.kind() == Kind.PRIMARY_KEY)
            .toList()) {
      Optional<AlterRefusedException> found = duplicates(key);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<AlterRefusedException> duplicates(Constraint key) throws SQLException {
    List<Name> columns = key.columns();
    if (columns.stream().anyMatch(column -> reshaping.source(column).isEmpty())) {
      return Optional.empty();
    }
    String values =
        columns.stream()
            .map(column -> reshaping.source(column).orElseThrow())
            .collect(Collectors.joining(", "));
    String present =
        columns.stream()
            .map(column -> "(%s) IS NOT NULL".formatted(reshaping.source(column).orElseThrow()))
            .collect(Collectors.joining(" AND "));
    String groups =
        " FROM %s WHERE %s GROUP BY %s HAVING count(*) > 1"
            .formatted(table.qualified(), present, values);
    long count = sql.number("SELECT count(*) FROM (SELECT 1" + groups + ")");
    if (count == 0) {
      return Optional.empty();
    }
    String shown =
        columns.stream()
            .map(column -> "quote(%s)".formatted(reshaping.source(column).orElseThrow()))
            .collect(Collectors.joining(" || ', ' || "));
    List<String> examples =
        sql.texts("SELECT %s || ' in ' || count(*) || ' rows' %s LIMIT 3".formatted(shown, groups));
    String names =
        columns.stream()
            .map(column -> table.name() + "." + column)
            .collect(Collectors.joining(", "));
    return Optional.of(
        new AlterRefusedException(
            "%s: %s of %s %s more than once (%s%s)"
                .formatted(
                    nameOf(key),
                    count == 1 ? "1 value" : count + " values",
                    names,
                    count == 1 ? "occurs" : "occur",
                    String.join("; ", examples),
                    count > examples.size() ? "; ..." : ""),
            CHANGE_ROWS));
  }

  private void checkNotNull(Name column) throws SQLException {
    String source = reshaping.source(column).orElseThrow();
    refuseIfAny("(%s) IS NULL".formatted(source), "%s.%s is NULL".formatted(table.name(), column));
  }

  private void checkReference(Constraint reference) throws SQLException {
    List<Constraint> all =
        reshaping.after().allConstraints().stream()
            .filter(constraint -> constraint.kind() == Kind.FOREIGN_KEY)
            .toList();
    // SQLite counts the foreign keys of a table from the last one in its text.
    int id = all.size() - 1 - all.indexOf(reference);
    record Pair(String from, Optional<String> to) {}
    List<Pair> pairs =
        sql.list(
            "SELECT \"from\", \"to\" FROM pragma_foreign_key_list(?, ?) WHERE id = ? ORDER BY seq",
            row -> new Pair(row.getString(1), Optional.ofNullable(row.getString(2))),
            table.name().text(),
            table.schema().text(),
            id);
    Name parent = reference.parent().orElseThrow();
    List<String> key =
        sql.texts(
            "SELECT name FROM pragma_table_xinfo(?, ?) WHERE pk > 0 ORDER BY pk",
            parent.text(),
            table.schema().text());
    String set =
        pairs.stream()
            .map(pair -> "child.%s IS NOT NULL".formatted(new Name(pair.from()).quoted()))
            .collect(Collectors.joining(" AND "));
    String equal =
        IntStream.range(0, pairs.size())
            .mapToObj(index ->
                "parent.%s = child.%s"
                    .formatted(
                        new Name(pairs.get(index).to().orElse(key.get(index))).quoted(),
                        new Name(pairs.get(index).from()).quoted()))
            .collect(Collectors.joining(" AND "));
    String orphans =
        "%s AND NOT EXISTS (SELECT 1 FROM %s AS parent WHERE %s)"
            .formatted(set, table.qualified(parent), equal);
    String columns =
        pairs.stream().map(Pair::from).collect(Collectors.joining(", ", table.name() + ".", ""));
    refuseIfAny(
        " AS child",
        orphans,
        "%s: %s finds nothing in %s".formatted(nameOf(reference), columns, parent));
  }

  private void refuseIfAny(String condition, String problem) throws SQLException {
    refuseIfAny("", condition, problem);
  }

  private void refuseIfAny(String alias, String condition, String problem) throws SQLException {
    String rows = " FROM %s%s WHERE %s".formatted(table.qualified(), alias, condition);
    long count = sql.number("SELECT count(*)" + rows);
    if (count > 0) {
      String keys = key().map(key -> examples(key, rows, count)).orElse("");
      throw new AlterRefusedException(
          problem + rows(count, " in %s", " in %s") + keys, CHANGE_ROWS);
    }
  }

  private String examples(String key, String rows, long count) {
    try {
      List<String> shown = sql.texts("SELECT quote(%s)%s LIMIT 3".formatted(key, rows));
      String word = key.startsWith("\"") ? new Name(unquoted(key)).text() : key;
      return " (%s %s%s)".formatted(word, String.join(", ", shown), count > 3 ? ", ..." : "");
    } catch (SQLException refusal) {
      return "";
    }
  }

  private static String unquoted(String quoted) {
    return quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
  }

  /** {@return what to tell rows apart by: the key if it has one column, else the rowid} */
  private Optional<String> key() {
    List<Name> key =
        shape.columns().stream()
            .filter(column -> column.placeInKey() > 0)
            .map(Shape.StoredColumn::name)
            .toList();
    boolean stays = key.size() == 1 && reshaping.after().column(key.getFirst()).isPresent();
    return stays ? Optional.of(key.getFirst().quoted()) : shape.rowid();
  }

  private List<Name> newKeyColumns() {
    return newOnes(Kind.PRIMARY_KEY).stream().flatMap(key -> key.columns().stream()).toList();
  }

  private List<Constraint> newReferences() {
    return newOnes(Kind.FOREIGN_KEY);
  }

  /** {@return the constraints of the new text that do not stand in the old one, in order} */
  private List<Constraint> newOnes(Kind kind) {
    List<String> before = new ArrayList<>(texts(reshaping.before(), kind));
    List<Constraint> found = new ArrayList<>();
    for (Constraint constraint : reshaping.after().allConstraints()) {
      if (constraint.kind() == kind
          && !before.remove(constraint.span().of(reshaping.after().sql()))) {
        found.add(constraint);
      }
    }
    return found;
  }

  private static List<String> texts(CreateTable of, Kind kind) {
    return of.allConstraints().stream()
        .filter(constraint -> constraint.kind() == kind)
        .map(constraint -> constraint.span().of(of.sql()))
        .toList();
  }

  private Name nameOf(Constraint constraint) {
    return ConstraintNames.of(reshaping.after()).nameOf(constraint).orElseThrow();
  }

  private boolean hasValue(Column column) {
    List<Constraint> defaults = column.constraints(Kind.DEFAULT);
    boolean given =
        !defaults.isEmpty()
            && !defaults
                .getLast()
                .expression()
                .orElseThrow()
                .of(reshaping.after().sql())
                .equalsIgnoreCase("NULL");
    return given || column.has(Kind.GENERATED) || column.has(Kind.PRIMARY_KEY);
  }

  private static String rows(long count, String one, String several) {
    return count == 1 ? one.formatted("1 row") : several.formatted(count + " rows");
  }
}
