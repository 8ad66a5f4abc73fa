package io.limbeck.adapter.h2.schema;

import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Name;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads constraints, with four queries. One that was given no name has the one that H2 made up for
 * it. What belongs together is found here: H2 would search anew for each row of a join.
 */
final class ConstraintReader {
  private static final String CHECKS =
      """
      SELECT CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS
      WHERE CONSTRAINT_SCHEMA = CURRENT_SCHEMA
      """;
  private static final String REFERENCES =
      """
      SELECT CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, DELETE_RULE,
        UPDATE_RULE
      FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = CURRENT_SCHEMA
      """;
  // A parent may be in any schema.
  private static final String KEYS =
      """
      SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_NAME, COLUMN_NAME,
        POSITION_IN_UNIQUE_CONSTRAINT
      FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE
      ORDER BY CONSTRAINT_SCHEMA, CONSTRAINT_NAME, ORDINAL_POSITION
      """;
  private static final String CONSTRAINTS =
      """
      SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CONSTRAINT_TYPE, TABLE_NAME
      FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = CURRENT_SCHEMA
      """;

  private final Wording wording;
  private final Map<String, String> checks = new HashMap<>();
  private final Map<String, Reference> references = new HashMap<>();
  private final Map<Place, Key> keys = new HashMap<>();

  ConstraintReader(Wording wording) {
    this.wording = wording;
  }

  private record Place(String schema, String name) {}

  private record Reference(Place parent, String onDelete, String onUpdate) {}

  /**
   * @param positions of the columns in the key that is referenced; as many, or none
   */
  private record Key(String table, List<Name> columns, List<Integer> positions) {}

  /**
   * @param tables the constraints of each table so far; gets more
   */
  void read(Connection connection, Map<String, H2Schema.Parts> tables) throws SQLException {
    Rows.each(
        connection,
        CHECKS,
        row -> checks.put(row.getString("CONSTRAINT_NAME"), row.getString("CHECK_CLAUSE")));
    Rows.each(
        connection,
        REFERENCES,
        row -> references.put(row.getString("CONSTRAINT_NAME"), reference(row)));
    Rows.each(connection, KEYS, this::addToKey);
    Rows.each(
        connection,
        CONSTRAINTS,
        row -> {
          Optional<H2Schema.Parts> table =
              Optional.ofNullable(tables.get(row.getString("TABLE_NAME")));
          if (table.isPresent()) {
            table.get().constraints().add(constraint(row, table.get()));
          }
        });
  }

  private static Reference reference(ResultSet row) throws SQLException {
    return new Reference(
        new Place(
            row.getString("UNIQUE_CONSTRAINT_SCHEMA"), row.getString("UNIQUE_CONSTRAINT_NAME")),
        row.getString("DELETE_RULE"),
        row.getString("UPDATE_RULE"));
  }

  private void addToKey(ResultSet row) throws SQLException {
    String table = row.getString("TABLE_NAME");
    Key key =
        keys.computeIfAbsent(
            place(row), place -> new Key(table, new ArrayList<>(), new ArrayList<>()));
    key.columns().add(new Name(row.getString("COLUMN_NAME")));
    int position = row.getInt("POSITION_IN_UNIQUE_CONSTRAINT");
    if (position > 0) {
      key.positions().add(position);
    }
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(row.getString("CONSTRAINT_SCHEMA"), row.getString("CONSTRAINT_NAME"));
  }

  private Constraint constraint(ResultSet row, H2Schema.Parts table) throws SQLException {
    Place place = place(row);
    Optional<Name> name = Optional.of(new Name(place.name()));
    String kind = row.getString("CONSTRAINT_TYPE");
    return switch (kind) {
      case "PRIMARY KEY" -> new Constraint.PrimaryKey(name, key(place).columns(), false);
      case "UNIQUE" -> new Constraint.Unique(name, key(place).columns());
      case "CHECK" -> check(name, table);
      case "FOREIGN KEY" -> foreignKey(name, key(place), reference(place));
      default -> throw new IllegalStateException("H2 has a new kind of constraint: " + kind);
    };
  }

  private Constraint check(Optional<Name> name, H2Schema.Parts table) {
    String clause = checks.get(name.orElseThrow().text());
    if (clause == null) {
      throw new IllegalStateException("H2 tells no condition of the check " + name);
    }
    List<Name> columns = Wording.namesIn(clause).stream().filter(table::hasColumn).toList();
    return new Constraint.Check(name, wording.expression(clause), columns);
  }

  private Constraint foreignKey(Optional<Name> name, Key key, Reference reference) {
    Key parent = key(reference.parent());
    return new Constraint.ForeignKey(
        name,
        key.columns(),
        new Name(parent.table()),
        key.positions().stream().map(position -> parent.columns().get(position - 1)).toList(),
        action(reference.onDelete()),
        action(reference.onUpdate()),
        Constraint.Deferral.NOT_DEFERRABLE);
  }

  private Key key(Place place) {
    return Optional.ofNullable(keys.get(place))
        .orElseThrow(() -> new IllegalStateException("H2 tells no columns of " + place));
  }

  private Reference reference(Place place) {
    return Optional.ofNullable(references.get(place.name()))
        .orElseThrow(() -> new IllegalStateException("H2 tells no parent of " + place));
  }

  private static Constraint.Action action(String rule) {
    return Constraint.Action.valueOf(rule.replace(' ', '_'));
  }
}
