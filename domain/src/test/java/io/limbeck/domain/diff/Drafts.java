package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Action;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.Deferral;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Constraint.Unique;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Schemas written down in few words. */
final class Drafts {
  private Drafts() {}

  /**
   * @param parts tables, and what is stored
   */
  static Schema schema(Object... parts) {
    return new Schema(of(Table.class, parts), of(Stored.class, parts));
  }

  /**
   * @param parts columns, constraints, indexes, and options as text
   */
  static Table table(String name, Object... parts) {
    return new Table(
        new Name(name),
        of(Column.class, parts),
        of(Constraint.class, parts),
        of(Index.class, parts).stream().sorted(Comparator.comparing(Index::name)).toList(),
        of(String.class, parts));
  }

  private static <T> List<T> of(Class<T> kind, Object... parts) {
    return Stream.of(parts).filter(kind::isInstance).map(kind::cast).toList();
  }

  static Column column(String name, String type) {
    return new Column(
        new Name(name), sql(type), false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** {@return a column of some type} */
  static Column column(String name) {
    return column(name, "TEXT");
  }

  static Column notNull(Column column) {
    return new Column(
        column.name(),
        column.type(),
        true,
        column.defaultValue(),
        column.generated(),
        column.collation());
  }

  static Column withDefault(Column column, String value) {
    return new Column(
        column.name(),
        column.type(),
        column.notNull(),
        Optional.of(sql(value)),
        column.generated(),
        column.collation());
  }

  static Column collated(Column column, String collation) {
    return new Column(
        column.name(),
        column.type(),
        column.notNull(),
        column.defaultValue(),
        column.generated(),
        Optional.of(new Name(collation)));
  }

  static Column computed(Column column, String from) {
    return new Column(
        column.name(),
        column.type(),
        column.notNull(),
        Optional.empty(),
        Optional.of(new Column.Generated(sql(from), false)),
        column.collation());
  }

  static Constraint primaryKey(String... columns) {
    return new PrimaryKey(Optional.empty(), names(columns), false);
  }

  static Constraint countingKey(String column) {
    return new PrimaryKey(Optional.empty(), names(column), true);
  }

  static Constraint unique(String... columns) {
    return new Unique(Optional.empty(), names(columns));
  }

  static Constraint check(String condition) {
    return new Check(Optional.empty(), sql(condition));
  }

  /** {@return a foreign key to a column {@code id}} */
  static Constraint foreignKey(String column, String parent) {
    return foreignKey(names(column), parent, names("id"));
  }

  static Constraint foreignKey(List<Name> columns, String parent, List<Name> parentColumns) {
    return new ForeignKey(
        Optional.empty(),
        columns,
        new Name(parent),
        parentColumns,
        Action.NO_ACTION,
        Action.NO_ACTION,
        Deferral.NOT_DEFERRABLE);
  }

  static Constraint with(Constraint key, Action onDelete, Action onUpdate, Deferral deferral) {
    ForeignKey before = (ForeignKey) key;
    return new ForeignKey(
        before.name(),
        before.columns(),
        before.parent(),
        before.parentColumns(),
        onDelete,
        onUpdate,
        deferral);
  }

  static Constraint named(String name, Constraint constraint) {
    return constraint.named(Optional.of(new Name(name)));
  }

  static Index index(String name, String... keys) {
    return new Index(
        new Name(name),
        false,
        Stream.of(keys).map(key -> new Index.Part(sql(key), Optional.empty(), false)).toList(),
        Optional.empty());
  }

  static Index uniqueIndex(String name, String... keys) {
    Index plain = index(name, keys);
    return new Index(plain.name(), true, plain.parts(), plain.where());
  }

  static Index where(Index index, String condition) {
    return new Index(index.name(), index.unique(), index.parts(), Optional.of(sql(condition)));
  }

  static Index descending(Index index) {
    return new Index(
        index.name(),
        index.unique(),
        index.parts().stream()
            .map(part -> new Index.Part(part.key(), part.collation(), true))
            .toList(),
        index.where());
  }

  static Index collated(Index index, String collation) {
    return new Index(
        index.name(),
        index.unique(),
        index.parts().stream()
            .map(part ->
                new Index.Part(part.key(), Optional.of(new Name(collation)), part.descending()))
            .toList(),
        index.where());
  }

  static Stored view(String name, String query) {
    return new Stored(
        Stored.Kind.VIEW, new Name(name), sql("CREATE VIEW %s AS %s".formatted(name, query)));
  }

  /**
   * @param rest what stands behind the name
   */
  static Stored trigger(String name, String rest) {
    return new Stored(
        Stored.Kind.TRIGGER, new Name(name), sql("CREATE TRIGGER %s %s".formatted(name, rest)));
  }

  static Stored virtualTable(String name, String module) {
    return new Stored(
        Stored.Kind.VIRTUAL_TABLE,
        new Name(name),
        sql("CREATE VIRTUAL TABLE %s USING %s".formatted(name, module)));
  }

  static List<Name> names(String... names) {
    return Stream.of(names).map(Name::new).toList();
  }

  static Expression sql(String sql) {
    return new Expression(sql, sql.toLowerCase(Locale.ROOT));
  }
}
