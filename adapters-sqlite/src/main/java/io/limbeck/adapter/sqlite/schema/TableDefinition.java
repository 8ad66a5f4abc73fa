package io.limbeck.adapter.sqlite.schema;

import io.limbeck.adapter.sqlite.ddl.Column;
import io.limbeck.adapter.sqlite.ddl.Constraint;
import io.limbeck.adapter.sqlite.ddl.Constraint.Detail;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.CreateTable;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table by its text, and by what SQLite made of it.
 *
 * @param primaryKey the columns of its primary key, in order; empty if it has none
 * @param keyHasIndex whether there is an index for its primary key
 * @param parents the tables to whose primary keys it refers without naming the columns
 */
record TableDefinition(
    CreateTable text,
    List<Name> primaryKey,
    boolean strict,
    boolean withoutRowid,
    boolean keyHasIndex,
    List<Name> parents) {
  private static final Name BINARY = new Name("BINARY");
  private static final List<Name> ROWID =
      List.of(new Name("rowid"), new Name("_rowid_"), new Name("oid"));

  static TableDefinition of(
      CreateTable text, boolean strict, boolean withoutRowid, boolean keyHasIndex) {
    List<Name> primaryKey =
        text.allConstraints().stream()
            .filter(constraint -> constraint.kind() == Kind.PRIMARY_KEY)
            .findFirst()
            .map(Constraint::columns)
            .orElse(List.of());
    List<Name> parents =
        text.allConstraints().stream()
            .flatMap(constraint -> constraint.detail(Detail.Reference.class).stream())
            .map(Detail.Reference::parent)
            .filter(parent -> parent.columns().isEmpty())
            .map(Constraint.Parent::table)
            .toList();
    return new TableDefinition(text, primaryKey, strict, withoutRowid, keyHasIndex, parents);
  }

  /** {@return the primary key of a table, by its name; empty if it has none, or is not there} */
  static List<Name> keyOf(Name table, Map<Name, TableDefinition> all) {
    return Optional.ofNullable(all.get(table)).map(TableDefinition::primaryKey).orElse(List.of());
  }

  Name name() {
    return text.name();
  }

  /** {@return whether its primary key is another name for the rowid} */
  boolean keyIsRowid() {
    return !withoutRowid && !keyHasIndex;
  }

  /** {@return what a column's values are compared by; empty for SQLite's own way} */
  static Optional<Name> collation(Column column) {
    return column.constraints(Kind.COLLATE).reversed().stream()
        .findFirst()
        .flatMap(found -> found.detail(Detail.Collation.class))
        .map(Detail.Collation::name)
        .filter(found -> !found.equals(BINARY));
  }

  /** {@return a collation that is asked for, if it is another than the column's own} */
  Optional<Name> otherCollation(Name column, Optional<Name> asked) {
    Name own = text.column(column).flatMap(TableDefinition::collation).orElse(BINARY);
    return asked.filter(found -> !found.equals(own));
  }

  /** {@return whether NULL is refused: where that is said, and in keys where SQLite refuses it} */
  boolean isNotNull(Column column) {
    boolean inKey = primaryKey.contains(column.name());
    return column.has(Kind.NOT_NULL) || (inKey && (withoutRowid || strict || keyIsRowid()));
  }

  /** {@return whether a name means something in its expressions} */
  boolean knows(Name name) {
    return text.column(name).isPresent() || ROWID.contains(name);
  }
}
