package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as SQL, in quotes only where PostgreSQL needs them. */
final class Identifiers {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  private static final Pattern PART = Pattern.compile("\"(?:[^\"]|\"\")+\"|[^\".]+");

  // All but the unreserved: https://www.postgresql.org/docs/18/sql-keywords-appendix.html
  static final Set<String> KEYWORDS =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization between bigint binary
          bit boolean both case cast char character check coalesce collate collation column
          concurrently constraint create cross current_catalog current_date current_role
          current_schema current_time current_timestamp current_user dec decimal default
          deferrable desc distinct do else end except exists extract false fetch float for foreign
          freeze from full grant greatest group grouping having ilike in initially inner inout int
          integer intersect interval into is isnull join json json_array json_arrayagg json_exists
          json_object json_objectagg json_query json_scalar json_serialize json_table json_value
          lateral leading least left like limit localtime localtimestamp merge_action national
          natural nchar none normalize not notnull null nullif numeric offset on only or order out
          outer overlaps overlay placing position precision primary real references returning
          right row select session_user setof similar smallint some substring symmetric
          system_user table tablesample then time timestamp to trailing treat trim true union
          unique user using values varchar variadic verbose when where window with xmlattributes
          xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
          xmlserialize xmltable
          """
              .strip()
              .split("\\s+"));

  private Identifiers() {}

  static String quoted(Name name) {
    return name.namespace().isEmpty()
        ? quoted(name.text())
        : quoted(name.namespace()) + "." + quoted(name.text());
  }

  static String quoted(String name) {
    return PLAIN.matcher(name).matches() && !KEYWORDS.contains(name)
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** {@return what a name in SQL, without a schema or with one, is called} */
  static Name unquoted(String sql) {
    Matcher part = PART.matcher(sql);
    List<String> parts = new ArrayList<>();
    while (part.find()) {
      String text = part.group();
      parts.add(
          text.startsWith("\"")
              ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
              : text);
    }
    return parts.size() > 1
        ? new Name(parts.getFirst(), parts.getLast())
        : new Name(parts.getFirst());
  }

  static String literal(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
  }
}
