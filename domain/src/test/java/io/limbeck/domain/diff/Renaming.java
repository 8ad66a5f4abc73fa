package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One rename, carried out wherever it shows: of a table, or of a column of one. It understands only
 * the SQL of {@link RandomSchema}, in which a name is whatever stands between blanks.
 */
final class Renaming {
  private final Name table;
  // Empty text for none.
  private final String column;
  private final String to;

  private Renaming(Name table, String column, String to) {
    this.table = table;
    this.column = column;
    this.to = to;
  }

  static Renaming ofTable(Name table, Name to) {
    return new Renaming(table, "", to.text());
  }

  static Renaming ofColumn(Name table, Name column, Name to) {
    return new Renaming(table, column.text(), to.text());
  }

  Table in(Table other) {
    boolean own = other.name().equals(table);
    return new Table(
        own && column.isEmpty() ? new Name(to) : other.name(),
        other.columns().stream().map(each -> own ? in(each) : each).toList(),
        other.constraints().stream().map(each -> in(each, own)).toList(),
        other.indexes().stream().map(each -> own ? in(each) : each).toList(),
        other.options());
  }

  Stored in(Stored stored) {
    List<String> words = words(stored.definition());
    if (!words.contains(table.text())) {
      return stored;
    }
    String from = column.isEmpty() ? table.text() : column;
    return new Stored(stored.kind(), stored.name(), replaced(stored.definition(), from));
  }

  static List<String> words(Expression expression) {
    return Arrays.asList(expression.sql().split(" ", -1));
  }

  private Column in(Column before) {
    return new Column(
        in(before.name()),
        before.type(),
        before.notNull(),
        before.defaultValue(),
        before.generated().map(from -> new Column.Generated(in(from.expression()), from.stored())),
        before.collation());
  }

  private Constraint in(Constraint constraint, boolean own) {
    return switch (constraint) {
      case Constraint.PrimaryKey key when own ->
          new Constraint.PrimaryKey(key.name(), in(key.columns()), key.autoincrement());
      case Constraint.Unique unique when own ->
          new Constraint.Unique(unique.name(), in(unique.columns()));
      case Constraint.Check check when own ->
          new Constraint.Check(check.name(), in(check.condition()), in(check.columns()));
      case ForeignKey key -> {
        boolean toOwn = key.parent().equals(table);
        yield new ForeignKey(
            key.name(),
            own ? in(key.columns()) : key.columns(),
            toOwn && column.isEmpty() ? new Name(to) : key.parent(),
            toOwn ? in(key.parentColumns()) : key.parentColumns(),
            key.onDelete(),
            key.onUpdate(),
            key.deferral());
      }
      default -> constraint;
    };
  }

  private Index in(Index index) {
    return new Index(
        index.name(),
        index.unique(),
        index.parts().stream()
            .map(part -> new Index.Part(in(part.key()), part.collation(), part.descending()))
            .toList(),
        index.where().map(this::in));
  }

  private List<Name> in(List<Name> names) {
    return names.stream().map(this::in).toList();
  }

  private Name in(Name name) {
    return name.text().equals(column) ? new Name(to) : name;
  }

  private Expression in(Expression expression) {
    return column.isEmpty() ? expression : replaced(expression, column);
  }

  private Expression replaced(Expression expression, String from) {
    return Drafts.sql(
        words(expression).stream()
            .map(word -> word.equals(from) ? to : word)
            .collect(Collectors.joining(" ")));
  }
}
