package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types that somebody made: enums, domains, composite types and ranges. */
final class TypeReader {
  private static final String QUERY =
      """
      SELECT n.nspname, t.typname, t.typtype, t.typnotnull, t.typdefault,
        CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod)
          WHEN 'r' THEN r.rngsubtype::regtype::text END AS base,
        CASE WHEN t.typtype = 'd' AND t.typcollation <> b.typcollation
          THEN t.typcollation::regcollation::text END AS collation,
        CASE WHEN r.rngsubdiff <> 0 THEN r.rngsubdiff::regproc::text END AS difference,
        CASE t.typtype
          WHEN 'e' THEN ARRAY(SELECT quote_literal(enumlabel) FROM pg_enum
            WHERE enumtypid = t.oid ORDER BY enumsortorder)
          WHEN 'c' THEN ARRAY(SELECT
              quote_ident(attname) || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
            WHERE attrelid = t.typrelid AND attnum > 0 AND NOT attisdropped ORDER BY attnum)
          WHEN 'd' THEN ARRAY(SELECT
              'CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid, true)
            FROM pg_constraint WHERE contypid = t.oid AND contype = 'c' ORDER BY conname)
          END AS items
      FROM pg_type t
      JOIN pg_namespace n ON n.oid = t.typnamespace
      LEFT JOIN pg_type b ON b.oid = t.typbasetype
      LEFT JOIN pg_range r ON r.rngtypid = t.oid
      LEFT JOIN pg_class c ON c.oid = t.typrelid
      WHERE n.nspname = ANY (?)
        AND (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c') AND NOT
      """
          + Catalog.ofExtension("pg_type", "t")
          // A composite type comes with an extension as the relation that it is.
          + " AND NOT "
          + Catalog.ofExtension("pg_class", "c");

  private TypeReader() {}

  static List<Stored> read(Catalog catalog) throws SQLException {
    List<Stored> types = new ArrayList<>();
    catalog.forEach(
        QUERY,
        row -> {
          Name name = catalog.name(row.getString("nspname"), row.getString("typname"));
          boolean isDomain = row.getString("typtype").equals("d");
          types.add(
              new Stored(
                  isDomain ? Stored.Kind.DOMAIN : Stored.Kind.TYPE,
                  name,
                  Deparsed.text(definition(row, Identifiers.quoted(name)))));
        });
    return types;
  }

  private static String definition(ResultSet row, String name) throws SQLException {
    List<String> items = Catalog.texts(row, "items");
    String list = String.join(", ", items);
    return switch (row.getString("typtype")) {
      case "e" -> "CREATE TYPE %s AS ENUM (%s)".formatted(name, list);
      case "c" -> "CREATE TYPE %s AS (%s)".formatted(name, list);
      case "r" ->
          "CREATE TYPE %s AS RANGE (SUBTYPE = %s%s)"
              .formatted(name, row.getString("base"), said(row, "difference", ", SUBTYPE_DIFF = "));
      default ->
          "CREATE DOMAIN %s AS %s%s%s%s%s"
              .formatted(
                  name,
                  row.getString("base"),
                  said(row, "collation", " COLLATE "),
                  said(row, "typdefault", " DEFAULT "),
                  row.getBoolean("typnotnull") ? " NOT NULL" : "",
                  items.stream().map(item -> " " + item).collect(Collectors.joining()));
    };
  }

  private static String said(ResultSet row, String column, String words) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(words::concat).orElse("");
  }
}
