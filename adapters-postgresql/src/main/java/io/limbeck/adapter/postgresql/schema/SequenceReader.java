package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The sequences that count for whoever asks, not for one column. */
final class SequenceReader {
  private static final String QUERY =
      """
      SELECT c.oid, n.nspname, c.relname, s.seqtypid::regtype::text AS seqtype, s.seqstart,
        s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, c.relpersistence
      FROM pg_sequence s
      JOIN pg_class c ON c.oid = s.seqrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY (?) AND c.relpersistence <> 't' AND NOT EXISTS (
        SELECT FROM pg_depend o
        LEFT JOIN pg_attrdef d ON d.adrelid = o.refobjid AND d.adnum = o.refobjsubid
        WHERE o.classid = 'pg_class'::regclass AND o.objid = c.oid AND o.objsubid = 0
          AND o.refclassid = 'pg_class'::regclass AND o.refobjsubid > 0
          AND (o.deptype = 'i' OR o.deptype = 'a' AND pg_get_expr(d.adbin, d.adrelid, true)
            = format('nextval(%L::regclass)', c.oid::regclass::text)))
      AND NOT
      """
          + Catalog.ofExtension("pg_class", "c");

  private SequenceReader() {}

  static List<Stored> read(Catalog catalog) throws SQLException {
    List<Stored> sequences = new ArrayList<>();
    catalog.forEach(
        QUERY,
        row -> {
          Name name = catalog.name(row.getString("nspname"), row.getString("relname"));
          String kind = row.getString("relpersistence").equals("u") ? "UNLOGGED " : "";
          sequences.add(
              new Stored(
                  Stored.Kind.SEQUENCE,
                  name,
                  Deparsed.text(
                      "CREATE %sSEQUENCE %s %s"
                          .formatted(
                              kind, Identifiers.quoted(name), SequenceOptions.of(row).all()))));
        });
    return sequences;
  }
}
