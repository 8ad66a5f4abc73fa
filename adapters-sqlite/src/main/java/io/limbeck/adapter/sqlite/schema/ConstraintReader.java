package io.limbeck.adapter.sqlite.schema;

import io.limbeck.adapter.sqlite.alter.ConstraintNames;
import io.limbeck.adapter.sqlite.ddl.Constraint.Detail;
import io.limbeck.adapter.sqlite.ddl.Constraint.Parent;
import io.limbeck.adapter.sqlite.ddl.Constraint.Part;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Particulars;
import io.limbeck.domain.schema.Constraint.Particulars.KeyColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes values of the constraints of a table's definition, wherever in it they stand. */
final class ConstraintReader {
  private final TableDefinition table;
  private final Map<Name, TableDefinition> all;
  private final Wording wording;

  ConstraintReader(TableDefinition table, Map<Name, TableDefinition> all, Wording wording) {
    this.table = table;
    this.all = all;
    this.wording = wording;
  }

  /** {@return them in the order of the text} */
  List<Constraint> all() {
    ConstraintNames names = ConstraintNames.of(table.text());
    List<Constraint> constraints = new ArrayList<>();
    List<io.limbeck.domain.schema.Name> called = new ArrayList<>();
    for (var written : table.text().allConstraints()) {
      unnamed(written)
          .ifPresent(constraint -> {
            constraints.add(constraint);
            called.add(TableReader.named(names.nameOf(written).orElseThrow()));
          });
    }
    for (int index = 0; index < constraints.size(); index++) {
      Constraint constraint = constraints.get(index);
      io.limbeck.domain.schema.Name name = called.get(index);
      // A name that says no more than the constraint does is left out: it makes no difference.
      if (!constraint.nameIn(TableReader.named(table.name())).equals(name)
          || Collections.frequency(called, name) > 1) {
        constraints.set(index, constraint.named(Optional.of(name)));
      }
    }
    return constraints;
  }

  private Optional<Constraint> unnamed(io.limbeck.adapter.sqlite.ddl.Constraint written) {
    return switch (written.kind()) {
      case PRIMARY_KEY -> Optional.of(primaryKey(key(written)));
      case UNIQUE -> {
        Detail.Key key = key(written);
        yield Optional.of(
            new Constraint.Unique(Optional.empty(), columns(key), particulars(key, false)));
      }
      case FOREIGN_KEY -> Optional.of(foreignKey(written));
      case CHECK ->
          Optional.of(
              new Constraint.Check(
                  Optional.empty(),
                  wording.expression(written.expression().orElseThrow().of(table.text().sql())),
                  named(List.copyOf(table.text().columnsOf(written)))));
      case NOT_NULL, NULL, DEFAULT, COLLATE, GENERATED, DEFERRABLE, NAME_ALONE -> Optional.empty();
    };
  }

  private Constraint primaryKey(Detail.Key key) {
    return new Constraint.PrimaryKey(
        Optional.empty(), columns(key), key.autoincrement(), particulars(key, table.keyIsRowid()));
  }

  private Constraint foreignKey(io.limbeck.adapter.sqlite.ddl.Constraint written) {
    Detail.Reference reference = written.detail(Detail.Reference.class).orElseThrow();
    Parent parent = reference.parent();
    List<Name> parentColumns =
        parent.columns().isEmpty() ? TableDefinition.keyOf(parent.table(), all) : parent.columns();
    return new Constraint.ForeignKey(
        Optional.empty(),
        named(written.columns()),
        TableReader.named(parent.table()),
        parentColumns.size() == written.columns().size() ? named(parentColumns) : List.of(),
        reference.onDelete(),
        reference.onUpdate(),
        reference.deferral());
  }

  private static Detail.Key key(io.limbeck.adapter.sqlite.ddl.Constraint written) {
    return written.detail(Detail.Key.class).orElseThrow();
  }

  private Particulars particulars(Detail.Key key, boolean rowid) {
    List<KeyColumn> columns =
        key.parts().stream()
            .map(part ->
                new KeyColumn(
                    TableReader.named(part.column()),
                    table.otherCollation(part.column(), part.collation()).map(TableReader::named),
                    part.descending() && !rowid))
            .filter(column -> column.collation().isPresent() || column.descending())
            .toList();
    Optional<String> conflict =
        key.conflict()
            .map(word -> word.text().toUpperCase(Locale.ROOT))
            .filter(word -> !word.equals("ABORT"));
    return new Particulars(columns, conflict);
  }

  private static List<io.limbeck.domain.schema.Name> columns(Detail.Key key) {
    return named(key.parts().stream().map(Part::column).toList());
  }

  private static List<io.limbeck.domain.schema.Name> named(List<Name> names) {
    return names.stream().map(TableReader::named).toList();
  }
}
