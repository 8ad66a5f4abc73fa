package io.limbeck.adapter.postgresql.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a sequence counts: https://www.postgresql.org/docs/18/sql-createsequence.html. */
record SequenceOptions(
    String type, long start, long increment, long min, long max, long cache, boolean cycle) {

  static SequenceOptions of(ResultSet row) throws SQLException {
    return new SequenceOptions(
        row.getString("seqtype"),
        row.getLong("seqstart"),
        row.getLong("seqincrement"),
        row.getLong("seqmin"),
        row.getLong("seqmax"),
        row.getLong("seqcache"),
        row.getBoolean("seqcycle"));
  }

  /** {@return all options, as CREATE and ALTER SEQUENCE take them} */
  String all() {
    return "AS %s INCREMENT BY %d MINVALUE %d MAXVALUE %d START WITH %d CACHE %d %s"
        .formatted(type, increment, min, max, start, cache, cycle ? "CYCLE" : "NO CYCLE");
  }

  /** {@return those that differ from what PostgreSQL would choose; empty text for none} */
  String unusual() {
    boolean up = increment > 0;
    long usualMin = up ? 1 : least();
    long usualMax = up ? greatest() : -1;
    List<String> options = new ArrayList<>();
    add(options, "INCREMENT BY", increment, 1);
    add(options, "MINVALUE", min, usualMin);
    add(options, "MAXVALUE", max, usualMax);
    add(options, "START WITH", start, up ? min : max);
    add(options, "CACHE", cache, 1);
    if (cycle) {
      options.add("CYCLE");
    }
    return String.join(" ", options);
  }

  /** {@return the same and the type, which a sequence of its own has} */
  String unusualWithType() {
    return ("AS " + type + " " + unusual()).strip();
  }

  /** {@return unusual options with those that have to be said to become usual again} */
  static String explicit(String unusual) {
    StringBuilder options = new StringBuilder(unusual);
    boolean down = unusual.contains("INCREMENT BY -");
    if (!unusual.contains("INCREMENT BY ")) {
      options.append(" INCREMENT BY 1");
    }
    if (!unusual.contains("MINVALUE ")) {
      options.append(" NO MINVALUE");
    }
    if (!unusual.contains("MAXVALUE ")) {
      options.append(" NO MAXVALUE");
    }
    if (!unusual.contains("START WITH ")) {
      options.append(" START WITH ").append(bound(unusual, down));
    }
    if (!unusual.contains("CACHE ")) {
      options.append(" CACHE 1");
    }
    if (!unusual.contains("CYCLE")) {
      options.append(" NO CYCLE");
    }
    return options.toString().strip();
  }

  /** A sequence usually starts at its bound. */
  private static String bound(String unusual, boolean down) {
    Matcher bound = Pattern.compile((down ? "MAX" : "MIN") + "VALUE (-?\\d+)").matcher(unusual);
    return bound.find() ? bound.group(1) : down ? "-1" : "1";
  }

  private static void add(List<String> options, String words, long value, long usual) {
    if (value != usual) {
      options.add(words + " " + value);
    }
  }

  private long greatest() {
    return switch (type) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }

  private long least() {
    return -greatest() - 1;
  }
}
