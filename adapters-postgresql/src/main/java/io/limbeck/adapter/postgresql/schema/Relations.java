package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/** The tables and views that are read, by the numbers that the catalogs know them by. */
final class Relations {
  private static final String QUERY =
      """
      SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.reloptions,
        c.relrowsecurity, c.relforcerowsecurity,
        CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
        CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS partition_bound,
        CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid, true) END AS query,
        CASE WHEN a.amname <> 'heap' THEN a.amname END AS method,
        p.parents
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_am a ON a.oid = c.relam
      LEFT JOIN (
        SELECT inhrelid, array_agg(inhparent::regclass::text ORDER BY inhseqno) AS parents
        FROM pg_inherits GROUP BY inhrelid) p ON p.inhrelid = c.oid
      WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm')
        AND c.relpersistence <> 't' AND NOT
      """
          + Catalog.ofExtension("pg_class", "c");

  private final SequencedMap<Long, TableParts> tables = new LinkedHashMap<>();
  private final SequencedMap<Long, Stored> views = new LinkedHashMap<>();

  private Relations() {}

  /** What is known of a table so far. */
  record TableParts(
      Name name,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      List<String> options) {

    private TableParts(Name name, List<String> options) {
      this(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), options);
    }

    private Table table() {
      return new Table(name, columns, constraints, indexes, options);
    }
  }

  static Relations in(Catalog catalog, Predicate<Name> hidden) throws SQLException {
    Relations relations = new Relations();
    catalog.forEach(
        QUERY,
        row -> {
          Name name = catalog.name(row.getString("nspname"), row.getString("relname"));
          if (!hidden.test(name)) {
            relations.add(row, name);
          }
        });
    return relations;
  }

  private void add(ResultSet row, Name name) throws SQLException {
    long number = row.getLong("oid");
    switch (row.getString("relkind")) {
      case "v" -> views.put(number, view(Stored.Kind.VIEW, name, row));
      case "m" -> views.put(number, view(Stored.Kind.MATERIALIZED_VIEW, name, row));
      default -> tables.put(number, new TableParts(name, options(row)));
    }
  }

  private static Stored view(Stored.Kind kind, Name name, ResultSet row) throws SQLException {
    String query = row.getString("query").strip();
    String method =
        Optional.ofNullable(row.getString("method")).map(found -> " USING " + found).orElse("");
    return new Stored(
        kind,
        name,
        Deparsed.text(
            "CREATE %s %s%s%s AS\n%s"
                .formatted(
                    kind == Stored.Kind.VIEW ? "VIEW" : "MATERIALIZED VIEW",
                    Identifiers.quoted(name),
                    method,
                    with(Catalog.texts(row, "reloptions")),
                    query.endsWith(";") ? query.substring(0, query.length() - 1) : query)));
  }

  private static List<String> options(ResultSet row) throws SQLException {
    List<String> options = new ArrayList<>();
    if (row.getString("relpersistence").equals("u")) {
      options.add("UNLOGGED");
    }
    List<String> parents = Catalog.texts(row, "parents");
    Optional<String> bound = Optional.ofNullable(row.getString("partition_bound"));
    if (bound.isPresent()) {
      options.add("PARTITION OF %s %s".formatted(parents.getFirst(), bound.get()));
    } else if (!parents.isEmpty()) {
      options.add("INHERITS (%s)".formatted(String.join(", ", parents)));
    }
    Optional.ofNullable(row.getString("partition_key"))
        .ifPresent(key -> options.add("PARTITION BY " + key));
    Optional.ofNullable(row.getString("method"))
        .ifPresent(method -> options.add("USING " + Identifiers.quoted(method)));
    List<String> storage = Catalog.texts(row, "reloptions");
    if (!storage.isEmpty()) {
      options.add(with(storage).strip());
    }
    if (row.getBoolean("relrowsecurity")) {
      options.add("ROW LEVEL SECURITY");
    }
    if (row.getBoolean("relforcerowsecurity")) {
      options.add("FORCE ROW LEVEL SECURITY");
    }
    return options;
  }

  /** {@return options as SQL, with a blank before them; empty text for none} */
  static String with(List<String> options) {
    return options.isEmpty()
        ? ""
        : " WITH (%s)"
            .formatted(String.join(", ", options.stream().map(Relations::quoted).toList()));
  }

  private static String quoted(String option) {
    int sign = option.indexOf('=');
    String value = option.substring(sign + 1);
    return option.substring(0, sign + 1)
        + (value.matches("[\\w.]+") ? value : Identifiers.literal(value));
  }

  Optional<TableParts> table(long number) {
    return Optional.ofNullable(tables.get(number));
  }

  Optional<Stored> view(long number) {
    return Optional.ofNullable(views.get(number));
  }

  /** {@return the name of a table or a view; empty if it is not read} */
  Optional<Name> name(long number) {
    return table(number).map(TableParts::name).or(() -> view(number).map(Stored::name));
  }

  List<Table> tables() {
    return tables.values().stream().map(TableParts::table).toList();
  }

  List<Stored> views() {
    return List.copyOf(views.values());
  }
}
