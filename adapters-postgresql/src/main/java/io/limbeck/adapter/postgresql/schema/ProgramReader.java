package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions, procedures and triggers; and comments on tables, views and their columns. */
final class ProgramReader {
  private static final String FUNCTIONS =
      """
      SELECT n.nspname, p.proname, pg_get_functiondef(p.oid) AS definition,
        quote_ident(n.nspname) || '.' || quote_ident(p.proname) AS full_name,
        '(' || pg_get_function_identity_arguments(p.oid) || ')'
          || coalesce(' RETURNS ' || pg_get_function_result(p.oid), '') AS signature
      FROM pg_proc p
      JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = ANY (?) AND p.prokind <> 'a'
        -- PostgreSQL makes some with a range, and they go with it.
        AND NOT EXISTS (
          SELECT FROM pg_depend d
          WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')
        AND NOT
      """
          + Catalog.ofExtension("pg_proc", "p");

  private static final String TRIGGERS =
      """
      SELECT t.tgrelid, t.tgname, pg_get_triggerdef(t.oid, true) AS definition
      FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY (?) AND NOT t.tgisinternal AND t.tgparentid = 0
      """;

  private static final String COMMENTS =
      """
      SELECT d.objoid, d.description, c.relkind, a.attname
      FROM pg_description d
      JOIN pg_class c ON c.oid = d.objoid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid AND d.objsubid > 0
      WHERE n.nspname = ANY (?) AND d.classoid = 'pg_class'::regclass
        AND c.relkind IN ('r', 'p', 'v', 'm')
      """;

  private ProgramReader() {}

  static List<Stored> read(Catalog catalog, Relations relations) throws SQLException {
    List<Stored> stored = new ArrayList<>(functions(catalog));
    stored.addAll(triggers(catalog, relations));
    stored.addAll(comments(catalog, relations));
    return stored;
  }

  private static List<Stored> functions(Catalog catalog) throws SQLException {
    List<Stored> functions = new ArrayList<>();
    catalog.forEach(
        FUNCTIONS,
        row -> {
          Name name = catalog.name(row.getString("nspname"), row.getString("proname"));
          String full = row.getString("full_name");
          String definition = row.getString("definition").strip().replaceFirst(" OR REPLACE", "");
          int at = definition.indexOf(full);
          functions.add(
              new Stored(
                  Stored.Kind.FUNCTION,
                  name,
                  row.getString("signature"),
                  Deparsed.text(
                      definition.substring(0, at)
                          + Identifiers.quoted(name)
                          + definition.substring(at + full.length()))));
        });
    return functions;
  }

  private static List<Stored> triggers(Catalog catalog, Relations relations) throws SQLException {
    List<Stored> triggers = new ArrayList<>();
    catalog.forEach(
        TRIGGERS,
        row -> {
          Optional<Name> table = relations.name(row.getLong("tgrelid"));
          if (table.isPresent()) {
            triggers.add(
                new Stored(
                    Stored.Kind.TRIGGER,
                    new Name(row.getString("tgname")),
                    Identifiers.quoted(table.get()),
                    Deparsed.text(row.getString("definition"))));
          }
        });
    return triggers;
  }

  private static List<Stored> comments(Catalog catalog, Relations relations) throws SQLException {
    List<Stored> comments = new ArrayList<>();
    catalog.forEach(
        COMMENTS,
        row -> {
          Optional<Name> relation = relations.name(row.getLong("objoid"));
          if (relation.isPresent()) {
            String name = Identifiers.quoted(relation.get());
            String subject =
                Optional.ofNullable(row.getString("attname"))
                    .map(column -> "COLUMN %s.%s".formatted(name, Identifiers.quoted(column)))
                    .orElse(kind(row.getString("relkind")) + " " + name);
            comments.add(
                new Stored(
                    Stored.Kind.COMMENT,
                    relation.get(),
                    subject,
                    Deparsed.text(
                        "COMMENT ON %s IS %s"
                            .formatted(
                                subject, Identifiers.literal(row.getString("description"))))));
          }
        });
    return comments;
  }

  private static String kind(String letter) {
    return switch (letter) {
      case "v" -> "VIEW";
      case "m" -> "MATERIALIZED VIEW";
      default -> "TABLE";
    };
  }
}
