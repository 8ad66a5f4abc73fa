package io.limbeck.application.copy;

import io.limbeck.application.copy.CopyPlan.TableCopy;
import io.limbeck.application.copy.Rows.Extract;
import io.limbeck.application.copy.Rows.Field;
import io.limbeck.domain.diff.Selection;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.LoadOrder;
import io.limbeck.domain.schema.LoadOrder.Load;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Lays two databases beside each other. */
final class Planning {
  private final Side source;
  private final Side target;
  private final Rows.Reading from;
  private final Rows.Reading to;

  Planning(Side source, Side target, Rows.Reading from, Rows.Reading to) {
    this.source = source;
    this.target = target;
    this.from = from;
    this.to = to;
  }

  /** {@return where both databases stand} */
  static Heads heads(Side source, Side target) {
    Heads heads = source.database().heads();
    Heads others = target.database().heads();
    if (!heads.sameAs(others)) {
      throw new NotAtSameHeadsException(source, heads, target, others);
    }
    return heads;
  }

  CopyPlan plan(Heads heads, Selection selection) {
    Schema given = whole(selection.of(source.database().schema()));
    Schema taking = whole(selection.of(target.database().schema()));
    checkAlike(given, taking);
    LoadOrder order =
        target.rows().checksReferences()
            ? LoadOrder.of(taking.tables())
            : LoadOrder.unchecked(taking.tables());
    return new CopyPlan(
        heads,
        order.loads().stream()
            .map(load -> copy(given.table(load.table().name()).orElseThrow(), load))
            .toList(),
        notes(given));
  }

  /** The rows of a partition are those of the table that it is a part of. */
  private static Schema whole(Schema schema) {
    return new Schema(
        schema.tables().stream().filter(table -> !table.isPartition()).toList(), schema.stored());
  }

  private void checkAlike(Schema given, Schema taking) {
    List<String> missing = new ArrayList<>();
    for (Table table : given.tables()) {
      taking
          .table(table.name())
          .ifPresentOrElse(
              other -> missing.addAll(unlike(table, other)),
              () -> missing.add(missing(table.name().toString(), target)));
    }
    for (Table table : taking.tables()) {
      if (given.table(table.name()).isEmpty()) {
        missing.add(missing(table.name().toString(), source));
      }
    }
    if (!missing.isEmpty()) {
      throw new UnlikeTablesException(missing);
    }
  }

  private List<String> unlike(Table table, Table other) {
    return Stream.concat(
            table.columns().stream()
                .filter(column -> other.column(column.name()).isEmpty())
                .map(column -> missing(table.name() + "." + column.name(), target)),
            other.columns().stream()
                .filter(column -> table.column(column.name()).isEmpty())
                .map(column -> missing(table.name() + "." + column.name(), source)))
        .toList();
  }

  private static String missing(String what, Side where) {
    return "%s is not in %s".formatted(what, where.name());
  }

  private TableCopy copy(Table given, Load load) {
    Table taking = load.table();
    if (!load.later().isEmpty() && taking.primaryKey().isEmpty()) {
      throw new NoKeyException(taking.name(), load.later());
    }
    Map<Name, ValueType> givenTypes = from.types(given);
    Map<Name, ValueType> takenTypes = to.types(taking);
    List<Field> reading = new ArrayList<>();
    List<Field> writing = new ArrayList<>();
    for (Name column : ordered(given, taking, load.later())) {
      Name taken = taking.column(column).orElseThrow().name();
      ValueType type =
          ValueType.common(
              Objects.requireNonNull(givenTypes.get(column)),
              Objects.requireNonNull(takenTypes.get(taken)));
      reading.add(new Field(column, type));
      writing.add(new Field(taken, type));
    }
    return new TableCopy(
        new Extract(given, reading),
        new Extract(taking, writing),
        reading.size() - load.later().size(),
        from.count(given),
        to.count(taking),
        from.hasLastingOrder(given));
  }

  /** What one side computes is not copied, and what is filled in later comes last. */
  private static List<Name> ordered(Table given, Table taking, List<Name> later) {
    List<Name> kept =
        given.columns().stream()
            .filter(column -> column.generated().isEmpty())
            .map(Column::name)
            .filter(name -> taking.column(name).orElseThrow().generated().isEmpty())
            .toList();
    return Stream.concat(
            kept.stream().filter(name -> !later.contains(name)),
            kept.stream().filter(later::contains))
        .toList();
  }

  private static List<String> notes(Schema given) {
    return given.stored().stream()
        .filter(stored -> stored.kind() == Stored.Kind.VIRTUAL_TABLE)
        .map(stored ->
            "%s is a virtual table, and its rows are not copied.".formatted(stored.name()))
        .toList();
  }
}
