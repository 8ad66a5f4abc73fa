package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares two schemas: first what belongs together, then what of it differs. */
final class Comparison {
  private final List<String> notes = new ArrayList<>();
  private final Schema was;
  private final Renames renames;
  private final Schema wanted;
  private final Matching<Table> tables;
  private final Map<Name, TableComparison> common = new LinkedHashMap<>();
  private final Set<Name> relations = new HashSet<>();
  private final Changes changes = new Changes(relations);

  Comparison(Schema from, Schema to, Terms terms) {
    this.was = terms.selection().of(from);
    Schema said = terms.selection().of(to);
    this.renames = Hints.renames(terms.hints(), byName(was), byName(said), notes);
    this.wanted = new Completion(new Keeping(terms.silence(), notes)).of(was, renames, said);
    this.tables = Matching.byName(was.tables(), renames::applied, wanted.tables(), Table::name);
    note(was);
    note(wanted);
    for (Pair<Table> pair : tables.pairs()) {
      TableRenames within = renames.in(pair.was().name());
      common.put(
          pair.wanted().name(),
          new TableComparison(
              new CommonTable(
                  pair.was(), within, pair.here(), ConstraintNames.given(pair.wanted()))));
    }
  }

  private void note(Schema schema) {
    schema.tables().forEach(table -> relations.add(table.name().bare()));
    schema.stored().stream()
        .filter(one -> one.kind().isRelation())
        .forEach(one -> relations.add(one.name().bare()));
  }

  private static Map<Name, Table> byName(Schema schema) {
    return schema.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
  }

  SchemaDiff result() {
    renames.differences().forEach(changes::found);
    tables
        .differences(
            gone -> Things.table(gone.name()),
            missing -> Things.table(missing.name()),
            pair -> List.of())
        .forEach(changes::found);
    tables.gone().forEach(table -> changes.gone().add(ConstraintNames.told(table)));
    tables.missing().forEach(table -> changes.coming().add(ConstraintNames.told(table)));
    Going going = new Going();
    tables.gone().forEach(table -> going.relation(table.name()));
    for (TableComparison table : common.values()) {
      table.report(changes, this::makesWay);
      table.noteReplaced(going);
    }
    new StoredComparison(was.stored(), renames, wanted.stored(), relations)
        .report(changes, going, new Aside(common, relations));
    suggest();
    return new SchemaDiff(changes.differences(), changes.operations(renames), notes);
  }

  /** {@return whether a foreign key is for a moment without its key, or of another type} */
  private boolean makesWay(ForeignKey key) {
    return Optional.ofNullable(common.get(key.parent()))
        .filter(
            parent -> parent.interrupts(key.parentColumns()) || parent.retypes(key.parentColumns()))
        .isPresent();
  }

  private void suggest() {
    notes.addAll(Suggestions.tables(tables.gone(), tables.missing()));
    for (TableComparison table : common.values()) {
      notes.addAll(
          Suggestions.columns(table.name(), table.columns().gone(), table.columns().missing()));
    }
  }
}
