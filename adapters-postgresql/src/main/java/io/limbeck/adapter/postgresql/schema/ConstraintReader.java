package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Action;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.Deferral;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.Other;
import io.limbeck.domain.schema.Constraint.Particulars;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Constraint.Unique;
import io.limbeck.domain.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The constraints of tables. Those that a table has from another are the other's. */
final class ConstraintReader {
  private static final String QUERY =
      """
      SELECT k.conrelid, k.conname, k.contype, k.condeferrable, k.condeferred,
        pg_get_constraintdef(k.oid, true) AS definition,
        CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid, true) END AS condition,
        (SELECT array_agg(a.attname::text ORDER BY u.place)
          FROM unnest(k.conkey) WITH ORDINALITY u (number, place)
          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS columns,
        pn.nspname AS parent_namespace, p.relname AS parent,
        CASE WHEN k.contype = 'f' THEN (
          SELECT array_agg(a.attname::text ORDER BY u.place)
          FROM unnest(k.confkey) WITH ORDINALITY u (number, place)
          JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number) END
          AS parent_columns,
        k.confdeltype, k.confupdtype, k.confmatchtype,
        CASE WHEN i.indnatts > i.indnkeyatts THEN (
          SELECT array_agg(a.attname::text ORDER BY a.attnum)
          FROM pg_attribute a
          WHERE a.attrelid = i.indexrelid AND a.attnum > i.indnkeyatts) END AS included
      FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_class p ON p.oid = k.confrelid
      LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
      LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u')
      WHERE n.nspname = ANY (?) AND k.contype IN ('p', 'u', 'c', 'f', 'x') AND k.conislocal
        AND k.conparentid = 0
      """;

  // What the model has no word for.
  private static final Pattern UNUSUAL =
      Pattern.compile(
          "NO INHERIT|NOT ENFORCED|WITHOUT OVERLAPS|PERIOD |SET (NULL|DEFAULT) \\(|USING INDEX");

  private ConstraintReader() {}

  static void read(Catalog catalog, Relations relations) throws SQLException {
    catalog.forEach(
        QUERY,
        row -> {
          Optional<Relations.TableParts> table = relations.table(row.getLong("conrelid"));
          if (table.isPresent()) {
            table.get().constraints().add(constraint(catalog, row));
          }
        });
  }

  private static Constraint constraint(Catalog catalog, ResultSet row) throws SQLException {
    Optional<Name> name = Optional.of(new Name(row.getString("conname")));
    List<Name> columns = Catalog.names(row, "columns");
    String definition = row.getString("definition").replaceFirst(" NOT VALID$", "");
    String kind = isUnusual(row, definition) ? "x" : row.getString("contype");
    return switch (kind) {
      case "p" -> new PrimaryKey(name, columns, false, particulars(row, definition));
      case "u" -> new Unique(name, columns, particulars(row, definition));
      case "c" -> new Check(name, Deparsed.text(row.getString("condition")), columns);
      case "f" ->
          new ForeignKey(
              name,
              columns,
              catalog.name(row.getString("parent_namespace"), row.getString("parent")),
              Catalog.names(row, "parent_columns"),
              action(row.getString("confdeltype")),
              action(row.getString("confupdtype")),
              deferral(row),
              row.getString("confmatchtype").equals("f"));
      default -> new Other(name, Deparsed.text(definition), columns);
    };
  }

  /** The words may stand in a check's own text too, so that is taken out before. */
  private static boolean isUnusual(ResultSet row, String definition) throws SQLException {
    String condition = Optional.ofNullable(row.getString("condition")).orElse("");
    return UNUSUAL.matcher(definition.replace(condition, "")).find();
  }

  private static Particulars particulars(ResultSet row, String definition) throws SQLException {
    return new Particulars(
        List.of(),
        Optional.empty(),
        definition.startsWith("UNIQUE NULLS NOT DISTINCT"),
        Catalog.names(row, "included"),
        deferral(row));
  }

  private static Deferral deferral(ResultSet row) throws SQLException {
    if (!row.getBoolean("condeferrable")) {
      return Deferral.NOT_DEFERRABLE;
    }
    return row.getBoolean("condeferred")
        ? Deferral.INITIALLY_DEFERRED
        : Deferral.INITIALLY_IMMEDIATE;
  }

  private static Action action(String letter) {
    return switch (letter) {
      case "a" -> Action.NO_ACTION;
      case "r" -> Action.RESTRICT;
      case "c" -> Action.CASCADE;
      case "n" -> Action.SET_NULL;
      case "d" -> Action.SET_DEFAULT;
      default -> throw new IllegalStateException("PostgreSQL has a new action: " + letter);
    };
  }
}
