package io.limbeck.adapter.h2.schema;

import io.limbeck.domain.schema.Expression;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Types in one spelling for each, the one that most databases know. Three queries read what all
 * types of the current schema are made of.
 */
final class Types {
  private static final long UNLIMITED = 1_000_000_000;
  private static final long ANY_CARDINALITY = 65_536;
  private static final long TIMESTAMP_DIGITS = 6;
  private static final String ENUM_VALUES =
      """
      SELECT OBJECT_TYPE, OBJECT_NAME, ENUM_IDENTIFIER, VALUE_NAME
      FROM INFORMATION_SCHEMA.ENUM_VALUES WHERE OBJECT_SCHEMA = CURRENT_SCHEMA
      ORDER BY VALUE_ORDINAL
      """;
  private static final String ELEMENT_TYPES =
      "SELECT * FROM INFORMATION_SCHEMA.ELEMENT_TYPES WHERE OBJECT_SCHEMA = CURRENT_SCHEMA";
  private static final String FIELDS =
      """
      SELECT * FROM INFORMATION_SCHEMA.FIELDS WHERE OBJECT_SCHEMA = CURRENT_SCHEMA
      ORDER BY ORDINAL_POSITION
      """;

  private final Wording wording;
  private final Map<Part, List<String>> values = new HashMap<>();
  private final Map<Part, DataType> elements = new HashMap<>();
  private final Map<Part, List<Field>> fields = new HashMap<>();

  private Types(Wording wording) {
    this.wording = wording;
  }

  /** Something that has types of its own. */
  record Owner(String kind, String name) {
    static Owner table(String name) {
      return new Owner("TABLE", name);
    }

    private static Owner of(ResultSet row) throws SQLException {
      return new Owner(row.getString("OBJECT_TYPE"), row.getString("OBJECT_NAME"));
    }
  }

  private record Part(Owner owner, String id) {}

  private record Field(String name, DataType type) {}

  static Types read(Connection connection, Wording wording) throws SQLException {
    Types types = new Types(wording);
    Rows.each(
        connection,
        ENUM_VALUES,
        row ->
            types
                .values
                .computeIfAbsent(part(row, "ENUM_IDENTIFIER"), first -> new ArrayList<>())
                .add(row.getString("VALUE_NAME")));
    Rows.each(
        connection,
        ELEMENT_TYPES,
        row -> types.elements.put(part(row, "COLLECTION_TYPE_IDENTIFIER"), DataType.of(row)));
    Rows.each(
        connection,
        FIELDS,
        row ->
            types
                .fields
                .computeIfAbsent(part(row, "ROW_IDENTIFIER"), first -> new ArrayList<>())
                .add(new Field(row.getString("FIELD_NAME"), DataType.of(row))));
    return types;
  }

  private static Part part(ResultSet row, String id) throws SQLException {
    return new Part(Owner.of(row), row.getString(id));
  }

  Expression of(Owner owner, DataType type) {
    return wording.expression(text(owner, type));
  }

  private String text(Owner owner, DataType type) {
    Part part = new Part(owner, type.id());
    return switch (type.name()) {
      case "CHARACTER VARYING" -> isLimited(type) ? sized("VARCHAR", type) : "TEXT";
      case "BINARY VARYING" -> sized("VARBINARY", type);
      case "CHARACTER LARGE OBJECT" -> sized("CLOB", type);
      case "BINARY LARGE OBJECT" -> sized("BLOB", type);
      case "NUMERIC", "DECFLOAT" -> type.name() + precision(type);
      // Whatever was declared, they are one of two types.
      case "REAL", "DOUBLE PRECISION" -> type.name();
      case "INTERVAL" -> interval(type);
      case "GEOMETRY" -> "GEOMETRY" + geometry(type);
      case "ENUM" ->
          values.getOrDefault(part, List.of()).stream()
              .map(value -> "'" + value.replace("'", "''") + "'")
              .collect(Collectors.joining(", ", "ENUM(", ")"));
      case "ARRAY" ->
          text(owner, elementOf(part))
              + " ARRAY"
              + (type.cardinality() == ANY_CARDINALITY ? "" : "[%d]".formatted(type.cardinality()));
      case "ROW" ->
          fields.getOrDefault(part, List.of()).stream()
              .map(field -> Wording.quoted(field.name()) + " " + text(owner, field.type()))
              .collect(Collectors.joining(", ", "ROW(", ")"));
      default -> type.name().startsWith("TIME") ? time(type) : sized(type.name(), type);
    };
  }

  private DataType elementOf(Part array) {
    return Optional.ofNullable(elements.get(array))
        .orElseThrow(() -> new IllegalStateException("H2 tells no element of " + array));
  }

  private static boolean isLimited(DataType type) {
    return type.length() > 0 && type.length() < UNLIMITED;
  }

  private static String sized(String name, DataType type) {
    return isLimited(type) ? "%s(%d)".formatted(name, type.length()) : name;
  }

  private static String precision(DataType type) {
    if (type.precision() == 0) {
      return "";
    }
    return type.scale() == 0
        ? "(%d)".formatted(type.precision())
        : "(%d, %d)".formatted(type.precision(), type.scale());
  }

  private static String time(DataType type) {
    boolean usual = type.digits() == (type.name().startsWith("TIMESTAMP") ? TIMESTAMP_DIGITS : 0);
    return usual
        ? type.name()
        : type.name().replaceFirst("^\\w+", "$0(%d)".formatted(type.digits()));
  }

  private static String interval(DataType type) {
    String unit = String.valueOf(type.interval());
    if (unit.equals("SECOND")) {
      return "INTERVAL SECOND(%d, %d)".formatted(type.intervalPrecision(), type.digits());
    }
    String sized = unit.replaceFirst("^\\w+", "$0(%d)".formatted(type.intervalPrecision()));
    String digits = unit.endsWith("SECOND") ? "(%d)".formatted(type.digits()) : "";
    return "INTERVAL " + sized + digits;
  }

  private static String geometry(DataType type) {
    String kind = type.geometry() == null ? "GEOMETRY" : type.geometry();
    if (type.geometrySystem() != 0) {
      return "(%s, %d)".formatted(kind, type.geometrySystem());
    }
    return type.geometry() == null ? "" : "(" + kind + ")";
  }
}
