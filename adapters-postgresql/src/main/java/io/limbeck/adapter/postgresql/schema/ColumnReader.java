package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Column.Identity;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The columns of tables. Those that a table has from another are the other's. */
final class ColumnReader {
  // An identity column's sequence depends on it internally, a serial's automatically.
  private static final String QUERY =
      """
      SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull,
        a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid, true) AS value,
        CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END
          AS collation,
        sn.nspname AS sequence_namespace, sc.relname AS sequence_name,
        s.seqtypid::regtype::text AS seqtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
        s.seqcache, s.seqcycle
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      LEFT JOIN pg_depend o ON o.refclassid = 'pg_class'::regclass AND o.refobjid = a.attrelid
        AND o.refobjsubid = a.attnum AND o.classid = 'pg_class'::regclass AND o.objsubid = 0
        AND (o.deptype = 'i' AND a.attidentity <> '' OR o.deptype = 'a')
        AND o.objid IN (SELECT seqrelid FROM pg_sequence)
        AND (a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid, true)
          = format('nextval(%L::regclass)', o.objid::regclass::text))
      LEFT JOIN pg_sequence s ON s.seqrelid = o.objid
      LEFT JOIN pg_class sc ON sc.oid = s.seqrelid
      LEFT JOIN pg_namespace sn ON sn.oid = sc.relnamespace
      WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p') AND a.attnum > 0
        AND NOT a.attisdropped AND a.attislocal
      ORDER BY a.attrelid, a.attnum
      """;

  private ColumnReader() {}

  static void read(Catalog catalog, Relations relations) throws SQLException {
    catalog.forEach(
        QUERY,
        row -> {
          Optional<Relations.TableParts> table = relations.table(row.getLong("attrelid"));
          if (table.isPresent()) {
            table.get().columns().add(column(catalog, row));
          }
        });
  }

  private static Column column(Catalog catalog, ResultSet row) throws SQLException {
    String generated = row.getString("attgenerated");
    Optional<Expression> value = Optional.ofNullable(row.getString("value")).map(Deparsed::text);
    Optional<Identity> identity = identity(catalog, row);
    return new Column(
        new Name(row.getString("attname")),
        type(row),
        row.getBoolean("attnotnull"),
        generated.isEmpty() && identity.isEmpty() ? value : Optional.empty(),
        generated.isEmpty()
            ? Optional.empty()
            : Optional.of(new Column.Generated(value.orElseThrow(), generated.equals("s"))),
        Optional.empty(),
        identity);
  }

  /** To give a column another type is to give it another collation, so they are one here. */
  private static Expression type(ResultSet row) throws SQLException {
    String type = row.getString("type");
    return Optional.ofNullable(row.getString("collation"))
        .map(collation ->
            new Expression(
                "%s COLLATE %s".formatted(type, collation),
                "%s collate %s".formatted(type, collation)))
        .orElseGet(() -> new Expression(type, type));
  }

  private static Optional<Identity> identity(Catalog catalog, ResultSet row) throws SQLException {
    Optional<String> sequence = Optional.ofNullable(row.getString("sequence_name"));
    if (sequence.isEmpty()) {
      return Optional.empty();
    }
    Name name = catalog.name(row.getString("sequence_namespace"), sequence.get());
    SequenceOptions options = SequenceOptions.of(row);
    return Optional.of(
        switch (row.getString("attidentity")) {
          case "a" -> new Identity(Identity.Kind.ALWAYS, options.unusual(), name);
          case "d" -> new Identity(Identity.Kind.BY_DEFAULT, options.unusual(), name);
          default -> new Identity(Identity.Kind.SERIAL, options.unusualWithType(), name);
        });
  }
}
