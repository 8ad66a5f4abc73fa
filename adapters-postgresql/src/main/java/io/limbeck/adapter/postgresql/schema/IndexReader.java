package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The indexes that no constraint has and no other index: of tables, and of views. */
final class IndexReader {
  // An empty text stands for what goes without saying.
  private static final String QUERY =
      """
      SELECT i.indrelid, n.nspname, c.relname, i.indisunique,
        pg_get_indexdef(i.indexrelid, 0, true) AS definition, m.amname, c.reloptions,
        pg_get_expr(i.indpred, i.indrelid, true) AS condition,
        ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, true)
          FROM generate_series(1, i.indnatts::int) k ORDER BY k) AS keys,
        i.indnkeyatts,
        ARRAY(SELECT CASE
            WHEN u.rule = coalesce(nullif(a.attcollation, 0), 'default'::regcollation)
              OR u.rule = 0 THEN ''
            ELSE u.rule::regcollation::text END
          FROM unnest(i.indcollation::oid[]) WITH ORDINALITY u (rule, place)
          LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum > 0
            AND a.attnum = i.indkey[u.place::int - 1]
          ORDER BY u.place) AS collations,
        ARRAY(SELECT CASE WHEN o.opcdefault THEN ''
            WHEN pg_opclass_is_visible(o.oid) THEN quote_ident(o.opcname)
            ELSE quote_ident(p.nspname) || '.' || quote_ident(o.opcname) END
          FROM unnest(i.indclass::oid[]) WITH ORDINALITY u (class, place)
          JOIN pg_opclass o ON o.oid = u.class
          JOIN pg_namespace p ON p.oid = o.opcnamespace
          ORDER BY u.place) AS operators,
        ARRAY(SELECT u.bits::text FROM unnest(i.indoption::int2[]) WITH ORDINALITY u (bits, place)
          ORDER BY u.place) AS orders
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_am m ON m.oid = c.relam
      WHERE n.nspname = ANY (?) AND NOT c.relispartition AND NOT EXISTS (
        SELECT FROM pg_constraint k
        WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
      """;
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  private IndexReader() {}

  /** {@return the indexes of views; those of tables are added to them} */
  static List<Stored> read(Catalog catalog, Relations relations) throws SQLException {
    List<Stored> ofViews = new ArrayList<>();
    catalog.forEach(
        QUERY,
        row -> {
          long on = row.getLong("indrelid");
          Optional<Relations.TableParts> table = relations.table(on);
          Optional<Stored> view = relations.view(on);
          if (table.isPresent()) {
            table.get().indexes().add(index(row));
          } else if (view.isPresent()) {
            ofViews.add(
                new Stored(
                    Stored.Kind.INDEX,
                    catalog.name(row.getString("nspname"), row.getString("relname")),
                    view.get().name().toString(),
                    Deparsed.text(row.getString("definition"))));
          }
        });
    return ofViews;
  }

  private static Index index(ResultSet row) throws SQLException {
    int keys = row.getInt("indnkeyatts");
    List<String> all = Catalog.texts(row, "keys");
    return new Index(
        new Name(row.getString("relname")),
        row.getBoolean("indisunique"),
        parts(row, all.subList(0, keys)),
        Optional.ofNullable(row.getString("condition")).map(Deparsed::text),
        new Index.Particulars(
            Optional.of(row.getString("amname"))
                .filter(method -> !method.equals("btree"))
                .map(Name::new),
            all.subList(keys, all.size()).stream().map(IndexReader::column).toList(),
            row.getString("definition").contains(" NULLS NOT DISTINCT"),
            Catalog.texts(row, "reloptions")));
  }

  private static List<Index.Part> parts(ResultSet row, List<String> keys) throws SQLException {
    List<String> collations = Catalog.texts(row, "collations");
    List<String> operators = Catalog.texts(row, "operators");
    List<String> orders = Catalog.texts(row, "orders");
    List<Index.Part> parts = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      int bits = Integer.parseInt(orders.get(i));
      boolean descending = (bits & DESCENDING) != 0;
      boolean nullsFirst = (bits & NULLS_FIRST) != 0;
      parts.add(
          new Index.Part(
              Deparsed.unwrapped(keys.get(i)),
              said(collations.get(i)).map(Identifiers::unquoted),
              said(operators.get(i)).map(name -> new Expression(name, name)),
              descending,
              nullsFirst == descending
                  ? Optional.empty()
                  : Optional.of(nullsFirst ? Index.Nulls.FIRST : Index.Nulls.LAST)));
    }
    return parts;
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(said -> !said.isEmpty());
  }

  private static Name column(String quoted) {
    return Identifiers.unquoted(quoted);
  }
}
